package wifisetup.device;

import wifisetup.secret.Secret;

/// Passwords that are not hashed, so that tests do not wait.
public final class PlainPasswords implements Passwords {
    @Override
    public PasswordHash hash(Secret password) {
        return new PasswordHash("plain:" + password.reveal());
    }

    @Override
    public boolean matches(Secret password, PasswordHash hash) {
        return hash(password).equals(hash);
    }
}
