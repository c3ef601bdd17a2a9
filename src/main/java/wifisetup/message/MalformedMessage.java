package wifisetup.message;

/// A text is no frame of the bus. Says what was expected, what was found and where, but never a value of the text,
/// which may be a password; it has no cause for the same reason.
public final class MalformedMessage extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedMessage(String expected, String found) {
        super("expected " + expected + ", found " + found);
    }
}
