package wifisetup.hotspot.portal.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The fields of a form, as a browser sends them (`application/x-www-form-urlencoded`, URL Standard, 5).
///
/// @param fields what was sent; never print it, a password may be among it
record Form(Map<String, String> fields) {
    /// No field at all.
    static final Form EMPTY = new Form(Map.of());

    /// The most bytes that a form may have; the fullest one has less than 1 KB.
    static final int MAX_BYTES = 4096;

    /// The most fields.
    private static final int MAX_FIELDS = 24;

    /// What reading a body comes to.
    sealed interface Reading {
        /// A form.
        record Whole(Form form) implements Reading {}

        /// More than [#MAX_BYTES].
        record TooLarge() implements Reading {}

        /// Not a form.
        record Malformed() implements Reading {}
    }

    /// Keeps its own copy.
    Form {
        fields = Map.copyOf(fields);
    }

    /// Reads a body; not more of it than is allowed.
    static Reading read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            return new Reading.TooLarge();
        }
        // Anything but ASCII would be encoded.
        return parse(new String(bytes, StandardCharsets.ISO_8859_1))
                .<Reading>map(Reading.Whole::new)
                .orElseGet(Reading.Malformed::new);
    }

    /// The fields of `text`, unless one of them comes twice or is not UTF-8.
    static Optional<Form> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(EMPTY);
        }
        String[] pairs = text.split("&", MAX_FIELDS + 1);
        if (text.length() > MAX_BYTES || pairs.length > MAX_FIELDS) {
            return Optional.empty();
        }
        var fields = new HashMap<String, String>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            var value = decode(equals < 0 ? "" : pair.substring(equals + 1));
            if (name.isEmpty() || value.isEmpty() || fields.put(name.get(), value.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new Form(fields));
    }

    /// The text of a field; the empty text if it was not sent.
    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /// Whether the field was sent.
    boolean has(String name) {
        return fields.containsKey(name);
    }

    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }

    /// As [URLDecoder], but strict: that replaces what is not UTF-8.
    private static Optional<String> decode(String encoded) {
        try {
            String bytes = URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
