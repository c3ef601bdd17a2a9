package wifisetup.lan;

import java.time.Duration;

/// Why a device does not let this client in.
public sealed interface Denial {
    /// The device has no password yet, and lets in nobody whose key it does not trust. One is set at its screen.
    record NoPassword() implements Denial {}

    /// Too many wrong passwords came from this client's address.
    ///
    /// @param left how long it lets nobody try from there
    record Wait(Duration left) implements Denial {}

    /// The password or the key's signature was wrong, the person at the device's screen said no, or the key is
    /// not trusted any more.
    record Wrong() implements Denial {}

    /// The device wants a password, and none was shown.
    record PasswordWanted() implements Denial {}
}
