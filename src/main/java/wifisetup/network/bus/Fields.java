package wifisetup.network.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a request, by their kind. Each is understood in both spellings, `connection_name` and
/// `connectionName`; null counts as missing.
///
/// @param data the fields
/// @param path what stands before their names in a complaint
record Fields(ObjectNode data, String path) {
    /// Longer than any password, name of a server or path to a certificate.
    private static final int LONGEST_TEXT = 4096;

    private static final Pattern LATER_WORD = Pattern.compile("_([a-z])");

    Fields(ObjectNode data) {
        this(data, "");
    }

    /// A text; an empty one is one.
    ///
    /// @throws UnfitField if it is something else, or longer than 4096 characters
    Optional<String> text(String name) throws UnfitField {
        return text(name, LONGEST_TEXT);
    }

    /// A text of at most `longest` characters; an empty one is one.
    ///
    /// @throws UnfitField if it is something else, or longer
    Optional<String> text(String name, int longest) throws UnfitField {
        var text = typed(name, JsonNode::isString, "expected text").map(JsonNode::stringValue);
        if (text.isPresent() && text.get().length() > longest) {
            throw unfit(name, "longer than " + longest + " characters");
        }
        return text;
    }

    /// Texts; missing means none.
    ///
    /// @throws UnfitField if it is something else
    List<String> texts(String name) throws UnfitField {
        var list = typed(name, JsonNode::isArray, "expected a list of texts");
        var texts = new ArrayList<String>();
        if (list.isPresent()) {
            for (JsonNode each : list.get()) {
                if (!each.isString()) {
                    throw unfit(name, "expected a list of texts");
                }
                texts.add(each.stringValue());
            }
        }
        return texts;
    }

    /// A truth.
    ///
    /// @throws UnfitField if it is something else
    Optional<Boolean> flag(String name) throws UnfitField {
        return typed(name, JsonNode::isBoolean, "expected true or false").map(JsonNode::booleanValue);
    }

    /// A whole number.
    ///
    /// @throws UnfitField if it is something else, or not from `least` to `most`
    Optional<Integer> integer(String name, int least, int most) throws UnfitField {
        String expected = "expected a number from " + least + " to " + most;
        var number = typed(name, node -> node.isIntegralNumber() && node.canConvertToInt(), expected)
                .map(JsonNode::intValue);
        if (number.isPresent() && (number.get() < least || number.get() > most)) {
            throw unfit(name, expected);
        }
        return number;
    }

    /// One of some words.
    ///
    /// @throws UnfitField if it is something else
    <T> Optional<T> word(String name, Map<String, T> words) throws UnfitField {
        var word = find(name);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(word.filter(JsonNode::isString)
                .flatMap(text -> Optional.ofNullable(words.get(text.stringValue())))
                .orElseThrow(() -> unfit(name, "expected one of " + String.join(", ", new TreeSet<>(words.keySet())))));
    }

    /// The value, of whatever kind.
    Optional<JsonNode> find(String name) {
        return Optional.ofNullable(data.get(name))
                .filter(value -> !value.isNull())
                .or(() -> Optional.ofNullable(data.get(camelCase(name))).filter(value -> !value.isNull()));
    }

    /// The complaint about a field.
    UnfitField unfit(String name, String expected) {
        return new UnfitField(path + name, expected);
    }

    private Optional<JsonNode> typed(String name, Predicate<JsonNode> kind, String expected) throws UnfitField {
        var value = find(name);
        if (value.isPresent() && !kind.test(value.get())) {
            throw unfit(name, expected);
        }
        return value;
    }

    private static String camelCase(String name) {
        return LATER_WORD.matcher(name).replaceAll(later -> later.group(1).toUpperCase(Locale.ROOT));
    }
}
