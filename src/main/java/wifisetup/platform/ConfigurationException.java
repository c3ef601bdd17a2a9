package wifisetup.platform;

import org.jspecify.annotations.Nullable;

/// The connector's configuration is wrong; the message says where, what was expected and what was found, but
/// never a secret.
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1;

    /// Says what is wrong.
    public ConfigurationException(String message) {
        this(message, null);
    }

    /// Says what is wrong, and what was the cause.
    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
