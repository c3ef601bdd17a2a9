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
/// @param timeout how long the device may take for anything that it is asked; to connect at most 5 seconds, to
///     agree on TLS at most 10
/// @param passwordTimeout how long it may take to answer a password: a person at its screen may be asked first
/// @param oldTls whether TLS 1.0 and 1.1 will do, see [OldTls]
/// @param strongDevices which devices have spoken the stronger protocol: nothing weaker will do for these
public record SessionOptions(
        ClientKey key,
        Optional<Password> password,
        DiscoverySettings discovery,
        Duration lookupTimeout,
        Runnable lookup,
        Duration timeout,
        Duration passwordTimeout,
        boolean oldTls,
        StrongDevices strongDevices) {
    /// Devices announce themselves each two seconds; some get lost.
    private static final Duration LOOKUP = Duration.ofSeconds(15);

    private static final Duration ANSWER = Duration.ofSeconds(30);

    /// The person has a minute, and the password is compared by a slow hash before.
    private static final Duration CONSENT = Duration.ofSeconds(90);

    /// With this key, 15 seconds to look for a device of no vendor yet, 30 for each answer, and 90 for the one to
    /// a password.
    public static SessionOptions of(ClientKey key) {
        return of(key, List.of());
    }

    /// With this key, believing the devices of these vendors.
    public static SessionOptions of(ClientKey key, List<ECPublicKey> vendors) {
        return new SessionOptions(
                key,
                Optional.empty(),
                DiscoverySettings.of(vendors),
                LOOKUP,
                () -> {},
                ANSWER,
                CONSENT,
                false,
                StrongDevices.unkept());
    }

    /// The same with another key.
    public SessionOptions withKey(ClientKey other) {
        return new SessionOptions(
                other, password, discovery, lookupTimeout, lookup, timeout, passwordTimeout, oldTls, strongDevices);
    }

    /// The same with a password.
    public SessionOptions withPassword(Password given) {
        return new SessionOptions(
                key,
                Optional.of(given),
                discovery,
                lookupTimeout,
                lookup,
                timeout,
                passwordTimeout,
                oldTls,
                strongDevices);
    }

    /// The same with another way to look for a device.
    public SessionOptions withDiscovery(DiscoverySettings other) {
        return new SessionOptions(
                key, password, other, lookupTimeout, lookup, timeout, passwordTimeout, oldTls, strongDevices);
    }

    /// The same with another time to look for a device, and something to call meanwhile.
    public SessionOptions withLookup(Duration longest, Runnable called) {
        return new SessionOptions(
                key, password, discovery, longest, called, timeout, passwordTimeout, oldTls, strongDevices);
    }

    /// The same with another time for answers.
    public SessionOptions withTimeout(Duration longest) {
        return new SessionOptions(
                key, password, discovery, lookupTimeout, lookup, longest, passwordTimeout, oldTls, strongDevices);
    }

    /// The same with another time for the answer to a password.
    public SessionOptions withPasswordTimeout(Duration longest) {
        return new SessionOptions(
                key, password, discovery, lookupTimeout, lookup, timeout, longest, oldTls, strongDevices);
    }

    /// The same, and TLS 1.0 and 1.1 will do or not.
    public SessionOptions withOldTls(boolean allowed) {
        return new SessionOptions(
                key, password, discovery, lookupTimeout, lookup, timeout, passwordTimeout, allowed, strongDevices);
    }

    /// The same with another memory of devices.
    public SessionOptions withStrongDevices(StrongDevices known) {
        return new SessionOptions(
                key, password, discovery, lookupTimeout, lookup, timeout, passwordTimeout, oldTls, known);
    }
}
