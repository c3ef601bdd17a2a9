package wifisetup.hotspot.balena;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wifisetup.network.HarmlessText;
import wifisetup.network.Ssid;

/// What a line of the program's output hints at. The lines are those of wifi-connect 4.11; they prove nothing,
/// because names of networks, which anybody chooses, are part of them.
sealed interface Hint {
    /// The access point is open.
    record Opened() implements Hint {}

    /// The page is open on a phone.
    record PhoneOnPage() implements Hint {}

    /// The access point closes, or is closed: a phone has chosen a network.
    record Closed() implements Hint {}

    /// That network is being joined.
    record Joining(Ssid ssid) implements Hint {}

    /// NetworkManager has activated it; the internet was looked for.
    record Activated() implements Hint {}

    /// NetworkManager did not activate it in the 15 s that the program waits.
    ///
    /// @param state what it was instead (`ConnectionState` of the program's library)
    record NotActivated(String state) implements Hint {}

    /// NetworkManager refused to try, or the program did.
    record Refused(String detail) implements Hint {}

    /// Why the program ends, in its own words; what caused that comes as another one.
    record Complaint(String text) implements Hint {}

    /// Something else that it does: it lives, and that is all.
    record AtWork() implements Hint {}

    /// The most characters of a text that are kept.
    int LONGEST_TEXT = 300;

    /// What is known of `line`, if anything.
    static Optional<Hint> of(String line) {
        String text = Lines.plain(line);
        var fixed = Lines.FIXED.get(text);
        if (fixed != null) {
            return Optional.of(fixed);
        }
        for (Lines form : Lines.values()) {
            var matcher = form.pattern.matcher(text);
            if (matcher.matches()) {
                return form.read(matcher);
            }
        }
        return Optional.empty();
    }

    /// The forms of the lines that hold something.
    enum Lines {
        /// Of the access point's own name only that there is one matters.
        OPENED("Access point '.*' created") {
            @Override
            Optional<Hint> read(Matcher line) {
                return Optional.of(new Opened());
            }
        },
        CLOSING("Stopping access point '.*'\\.\\.\\.|Access point '.*' stopped") {
            @Override
            Optional<Hint> read(Matcher line) {
                return Optional.of(new Closed());
            }
        },
        JOINING("Connecting to access point '(?<ssid>.*)'\\.\\.\\.") {
            @Override
            Optional<Hint> read(Matcher line) {
                return Optional.of(line.group("ssid"))
                        .filter(Ssid::fits)
                        .map(Ssid::of)
                        .map(Joining::new);
            }
        },
        NOT_ACTIVATED("Connection to access point not activated '.*': (?<state>\\w+)") {
            @Override
            Optional<Hint> read(Matcher line) {
                return Optional.of(new NotActivated(line.group("state")));
            }
        },
        REFUSED("Error connecting to access point '.*?': (?<detail>.*)") {
            @Override
            Optional<Hint> read(Matcher line) {
                return Optional.of(new Refused(harmless(line.group("detail"))));
            }
        },
        COMPLAINT("(?:Error| +caused by): (?<text>.*)") {
            @Override
            Optional<Hint> read(Matcher line) {
                return Optional.of(new Complaint(harmless(line.group("text"))));
            }
        },
        AT_WORK("Access points: \\[.*]|Starting HTTP server on .*") {
            @Override
            Optional<Hint> read(Matcher line) {
                return Optional.of(new AtWork());
            }
        };

        /// The lines that are always the same.
        private static final Map<String, Hint> FIXED = Map.of(
                "Starting access point...", new AtWork(),
                "No access points found - giving up...", new AtWork(),
                "User connected to the captive portal", new PhoneOnPage(),
                "Internet connectivity established", new Activated(),
                "Cannot establish Internet connectivity", new Activated());

        /// ECMA-48 control sequences; the program colours its last line.
        private static final Pattern CONTROL_SEQUENCE = Pattern.compile("\u001b\\[[0-?]*[ -/]*[@-~]");

        /// What stands before all but the messages of level INFO.
        private static final Pattern ORIGIN = Pattern.compile("^\\[[\\w:-]+:[A-Z]+] ");

        private final Pattern pattern;

        Lines(String pattern) {
            this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        }

        abstract Optional<Hint> read(Matcher line);

        private static String plain(String line) {
            return ORIGIN.matcher(CONTROL_SEQUENCE.matcher(line).replaceAll("")).replaceFirst("");
        }

        private static String harmless(String text) {
            String harmless = HarmlessText.of(text);
            return harmless.length() <= LONGEST_TEXT ? harmless : harmless.substring(0, LONGEST_TEXT);
        }
    }
}
