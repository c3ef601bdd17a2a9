package wifisetup.flux;

import java.io.IOException;

/// The other side of a management session broke its rules. Says which, never what was sent: it may be a
/// password.
public final class BadMessageException extends IOException {
    private static final long serialVersionUID = 1L;

    /// Names the rule.
    public BadMessageException(String expected) {
        super("expected " + expected);
    }
}
