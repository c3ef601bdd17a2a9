package wifisetup.lan;

import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How to open a session.
///
/// @param key by which the device knows the client again
/// @param password for a device that does not trust the key yet; without one such a session opens unauthorised
/// @param discovery how to look for a device that is not given
/// @param lookupTimeout how long to look for it
/// @param lookup called between two rounds of looking
/// @param timeout how long the device may take for anything that it is asked: to connect, to answer
/// @param oldTls whether TLS 1.0 and 1.1 will do, see [OldTls]
public record SessionOptions(
        ClientKey key,
        Optional<Password> password,
        DiscoverySettings discovery,
        Duration lookupTimeout,
        Runnable lookup,
        Duration timeout,
        boolean oldTls) {
    /// Devices announce themselves each two seconds; some get lost.
    private static final Duration LOOKUP = Duration.ofSeconds(15);

    /// A person at the device's screen may be asked first.
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /// With this key, 15 seconds to look for a device of no vendor yet, and 30 for each answer.
    public static SessionOptions of(ClientKey key) {
        return of(key, List.of());
    }

    /// With this key, believing the devices of these vendors.
    public static SessionOptions of(ClientKey key, List<ECPublicKey> vendors) {
        return new SessionOptions(
                key, Optional.empty(), DiscoverySettings.of(vendors), LOOKUP, () -> {}, ANSWER, false);
    }

    /// The same with a password.
    public SessionOptions withPassword(Password given) {
        return new SessionOptions(key, Optional.of(given), discovery, lookupTimeout, lookup, timeout, oldTls);
    }

    /// The same with another way to look for a device.
    public SessionOptions withDiscovery(DiscoverySettings other) {
        return new SessionOptions(key, password, other, lookupTimeout, lookup, timeout, oldTls);
    }

    /// The same with another time to look for a device, and something to call meanwhile.
    public SessionOptions withLookup(Duration longest, Runnable called) {
        return new SessionOptions(key, password, discovery, longest, called, timeout, oldTls);
    }

    /// The same with another time for answers.
    public SessionOptions withTimeout(Duration longest) {
        return new SessionOptions(key, password, discovery, lookupTimeout, lookup, longest, oldTls);
    }

    /// The same, and TLS 1.0 and 1.1 will do or not.
    public SessionOptions withOldTls(boolean allowed) {
        return new SessionOptions(key, password, discovery, lookupTimeout, lookup, timeout, allowed);
    }
}
