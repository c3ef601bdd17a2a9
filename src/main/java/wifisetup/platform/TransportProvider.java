package wifisetup.platform;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import wifisetup.loop.Timer;

/// Makes transports of one kind. Found by [ServiceLoader]: a module `provides` it, or a jar names it below
/// `META-INF/services`.
public interface TransportProvider {
    /// The word that the configuration's key `transport` has for this kind.
    String name();

    /// A transport to the platform of `configuration`. It connects when it is asked for a session.
    ///
    /// @param timer by which the transport's own limits are kept
    /// @throws ConfigurationException if the configuration does not fit, or names a file that cannot be used
    Transport create(ConnectorConfiguration configuration, Timer timer) throws ConfigurationException;

    /// The kinds that this program has.
    static List<TransportProvider> all() {
        return ServiceLoader.load(TransportProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /// The kind of that name, if this program has it.
    static Optional<TransportProvider> named(String name) {
        return all().stream().filter(provider -> provider.name().equals(name)).findFirst();
    }
}
