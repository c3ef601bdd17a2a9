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
    /// @param code as sent, see [ErrorCode]
    /// @param words what the device says beside it, or empty
    record Error(String code, String words) implements Answer {
        /// A refusal for a reason that we know.
        public static Error of(ErrorCode code) {
            return new Error(code.name(), "");
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
            case Error error -> error.words().isEmpty() ? "error " + error.code() : "error " + error.code() + " " + error.words();
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
                        ? Optional.of(error(text.substring(text.indexOf(' ') + 1)))
                        : Optional.empty();
            }
        };
    }

    private static Error error(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? new Error(text, "") : new Error(text.substring(0, space), text.substring(space + 1));
    }
}
