package wifisetup.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A secret text. It prints as `***`, and equality takes the same time wherever two secrets of one length differ.
public final class Secret {
    /// No secret at all: the empty text.
    public static final Secret EMPTY = new Secret("");

    private final String text;

    /// Wraps `text`.
    public Secret(String text) {
        this.text = text;
    }

    /// The text itself, for the one place that hands it to who needs it. Never log what this returns.
    public String reveal() {
        return text;
    }

    /// Whether the text is empty.
    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(bytes(text), bytes(that.text));
    }

    @Override
    public int hashCode() {
        // A constant: a hash of the text would tell something about it.
        return 0;
    }

    @Override
    public String toString() {
        return "***";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
