package wifisetup.device;

import wifisetup.secret.Secret;

/// Hashes passwords, slowly, so that a stolen hash tells little. It blocks for that time, on its caller's
/// thread.
public interface Passwords {
    /// A hash of `password` with a new salt.
    PasswordHash hash(Secret password);

    /// Whether `password` is the one of `hash`, in a time that does not tell where they differ.
    boolean matches(Secret password, PasswordHash hash);
}
