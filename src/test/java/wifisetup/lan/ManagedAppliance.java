package wifisetup.lan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Base64;
import java.util.Optional;

/// The appliance on the loopback, for tests of other packages.
public final class ManagedAppliance implements AutoCloseable {
    /// The device's password.
    public static final String PASSWORD = Appliance.PASSWORD;

    private final Appliance appliance;

    private ManagedAppliance(Appliance appliance) {
        this.appliance = appliance;
    }

    /// Starts one at 127.0.0.1.
    public static ManagedAppliance start() {
        return start(Optional.of(PASSWORD));
    }

    /// Starts one at 127.0.0.1 that has no password yet.
    public static ManagedAppliance withoutPassword() {
        return start(Optional.empty());
    }

    private static ManagedAppliance start(Optional<String> password) {
        try {
            return new ManagedAppliance(new Appliance(password));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Its port.
    public int port() {
        return appliance.port;
    }

    /// Where a client may listen.
    public InetAddress listen() {
        return InetAddress.ofLiteral("127.0.0.7");
    }

    /// The key of the vendor that vouches for it.
    public String vendorPem() {
        String lines =
                Base64.getMimeEncoder().encodeToString(Appliance.vendorKey().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
    }

    @Override
    public void close() {
        appliance.close();
    }
}
