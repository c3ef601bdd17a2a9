package wifisetup.device;

import java.net.InetAddress;
import java.time.Instant;

/// Somebody who knows the password asks to manage the device, and the person at the panel decides.
///
/// @param number which question this is
/// @param peer where the asker is
/// @param key what the asker would be known by from then on
/// @param until when the question ends with a no
public record ConsentQuestion(long number, InetAddress peer, TrustedKey key, Instant until) {
    /// What the person compares with the asker's screen.
    public KeyFingerprint fingerprint() {
        return key.fingerprint();
    }
}
