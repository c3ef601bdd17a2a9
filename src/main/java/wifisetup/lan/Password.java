package wifisetup.lan;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wifisetup.secret.Secret;

/// A device's password, or who to ask for it. It prints as `***`. Any thread that its supplier may be called by.
public final class Password {
    private final Supplier<Optional<Secret>> source;

    private Password(Supplier<Optional<Secret>> source) {
        this.source = source;
    }

    /// This password. The array is copied and may be wiped.
    public static Password of(char[] text) {
        var secret = Optional.of(new Secret(String.valueOf(text)));
        return new Password(() -> secret);
    }

    /// Asks for it when a device wants it, and only then. An answer of `null`, such as
    /// [java.io.Console#readPassword] gives at the end of its input, means that there is none.
    public static Password asked(Supplier<char @Nullable []> question) {
        return new Password(() -> Optional.ofNullable(question.get()).map(text -> new Secret(String.valueOf(text))));
    }

    Optional<Secret> reveal() {
        return source.get();
    }

    @Override
    public String toString() {
        return "***";
    }
}
