package wifisetup;

/// A setting is wrong. The message says where it stands, what was expected and what was found; secrets it does not.
final class SettingsException extends Exception {
    private static final long serialVersionUID = 1;

    SettingsException(String message) {
        super(message);
    }
}
