package wifisetup.flux;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a device says in a management session. Any thread.
public sealed interface Answer {
    /// The key is trusted: show that you have it, see [Proof].
    record Sign() implements Answer {}

    /// The key is not trusted: say the password.
    record Password() implements Answer {}

    /// Done; or the end of a list.
    record Ok() implements Answer {}

    /// A row of a list.
    ///
    /// @param fields in the order of the wire
    record Data(Map<String, String> fields) implements Answer {
        /// Keeps its own copy of the fields, in their order.
        public Data {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /// The value of `name`, if it is there.
        public Optional<String> get(String name) {
            return Optional.ofNullable(fields.get(name));
        }
    }

    /// Refused.
    ///
    /// @param code as sent, see [ErrorCode]; at most 64 characters of printable ASCII
    /// @param words what the device says beside it, or empty
    record Refusal(String code, String words) implements Answer {
        /// No code is longer, and what is said beside it is a few words.
        private static final int LONGEST = 64;

        /// Cuts both off, and makes what is not printable ASCII `?`: they are shown to people.
        public Refusal {
            code = harmless(code);
            words = harmless(words);
        }

        private static String harmless(String text) {
            return text.substring(0, Math.min(LONGEST, text.length())).replaceAll("[^ -~]", "?");
        }

        /// A refusal for a reason that we know.
        public static Refusal of(ErrorCode code) {
            return new Refusal(code.name(), "");
        }

        /// The reason, if we know it.
        public Optional<ErrorCode> known() {
            return Arrays.stream(ErrorCode.values())
                    .filter(known -> known.name().equals(code))
                    .findFirst();
        }
    }

    /// The text to send.
    default String write() {
        return switch (this) {
            case Sign _ -> "sign";
            case Password _ -> "password";
            case Ok _ -> "ok";
            case Data data -> "data " + Rows.write(data.fields());
            case Refusal refusal ->
                refusal.words().isEmpty()
                        ? "error " + refusal.code()
                        : "error " + refusal.code() + " " + refusal.words();
        };
    }

    /// Reads what a device sent, or is empty if it is no answer.
    static Optional<Answer> read(String text) {
        return switch (text) {
            case "sign" -> Optional.of(new Sign());
            case "password" -> Optional.of(new Password());
            case "ok" -> Optional.of(new Ok());
            default -> {
                if (text.startsWith("data ")) {
                    yield Rows.read(text.substring("data ".length())).map(Data::new);
                }
                // The reference client knows both spellings.
                yield text.startsWith("error ") || text.startsWith("er ")
                        ? Optional.of(refusal(text.substring(text.indexOf(' ') + 1)))
                        : Optional.empty();
            }
        };
    }

    private static Refusal refusal(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? new Refusal(text, "") : new Refusal(text.substring(0, space), text.substring(space + 1));
    }
}
