package wifisetup.cli;

import java.util.Arrays;
import java.util.Locale;
import wifisetup.platform.ConnectionFailure;

/// With which number a command to a platform ends that failed, and the word for programs.
public enum PlatformFailure {
    /// It broke in the middle.
    FAILED(1, "the connection broke, or something else"),
    /// Not let in.
    WRONG_CREDENTIALS(10, "the platform does not accept user and password"),
    /// Not whom it says.
    NOT_TRUSTED(11, "the platform's certificate is not trusted"),
    /// Not there.
    UNREACHABLE(12, "nobody answers at that address"),
    /// Too slow.
    TIMEOUT(13, "no answer came in time"),
    /// Another protocol.
    NOT_UNDERSTOOD(14, "somebody answers who does not speak as a platform does"),
    /// Something else was not accepted.
    REFUSED(15, "the platform refused what was asked");

    private final int number;
    private final String meaning;

    PlatformFailure(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /// The kind of that failure.
    public static PlatformFailure of(ConnectionFailure why) {
        return switch (why) {
            case ConnectionFailure.Unreachable _ -> UNREACHABLE;
            case ConnectionFailure.NotTrusted _ -> NOT_TRUSTED;
            case ConnectionFailure.WrongCredentials _ -> WRONG_CREDENTIALS;
            case ConnectionFailure.Refused _ -> REFUSED;
            case ConnectionFailure.NotUnderstood _ -> NOT_UNDERSTOOD;
            case ConnectionFailure.TimedOut _ -> TIMEOUT;
            case ConnectionFailure.Lost _ -> FAILED;
        };
    }

    /// All exit codes, a line each.
    static String[] exitCodes() {
        var lines = Arrays.stream(values())
                .map(code -> "  %-4d %s: %s".formatted(code.number, code.reason(), code.meaning))
                .toList();
        return java.util.stream.Stream.of(
                        java.util.stream.Stream.of(
                                "  0    done", "  2    a wrong option, argument or configuration key"),
                        lines.stream(),
                        java.util.stream.Stream.of("  130  ended by Ctrl-C", "  143  ended by SIGTERM"))
                .flatMap(each -> each)
                .toArray(String[]::new);
    }

    /// The exit code.
    public int number() {
        return number;
    }

    /// What happened, in a few words.
    public String meaning() {
        return meaning;
    }

    /// The word for programs.
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
