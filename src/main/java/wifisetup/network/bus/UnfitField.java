package wifisetup.network.bus;

/// A field of a request is missing or wrong. The message names it and what was expected, and never its value, which may
/// be a password.
final class UnfitField extends Exception {
    private static final long serialVersionUID = 1;

    UnfitField(String field, String expected) {
        super(field + ": " + expected);
    }

    /// What is wrong.
    String flaw() {
        return String.valueOf(getMessage());
    }
}
