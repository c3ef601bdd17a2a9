package wifisetup.lan;

import java.io.IOException;

/// Puts another key in a client's place: the old one is removed after the new one has opened a session, so that
/// nobody locks himself out.
public final class KeyRotation {
    private KeyRotation() {}

    /// Makes the device of `session` trust `successor` and no more the key of `options`. The label stays.
    /// `session` stays open, but its device does no more for it.
    ///
    /// @param options how `session` was opened
    /// @throws DeviceException if the device refuses; both keys may be trusted then
    /// @throws IOException if this machine has no socket
    /// @throws InterruptedException if the thread is interrupted
    /// @throws IllegalArgumentException if both are one key
    public static void rotate(DeviceSession session, SessionOptions options, ClientKey successor)
            throws DeviceException, IOException, InterruptedException {
        var old = options.key().accessId();
        if (old.equals(successor.accessId())) {
            throw new IllegalArgumentException("another key than " + old);
        }
        String label = session.listTrust().stream()
                .filter(key -> key.accessId().equals(old))
                .map(TrustedKey::label)
                .findFirst()
                .orElse("");
        session.addTrust(label, successor.publicKey());
        try (var proof = DeviceSession.open(Target.of(session.device()), options.withKey(successor))) {
            if (!proof.authorized()) {
                throw new DeviceException.NotAuthorized(session.device(), new Denial.Wrong());
            }
            proof.removeTrust(old);
        }
    }
}
