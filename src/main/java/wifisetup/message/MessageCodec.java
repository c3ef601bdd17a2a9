package wifisetup.message;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Turns messages into the text of frames and back. Any thread.
///
/// With a key each frame written is encrypted, and a frame in clear is not read: that is what the Python clients do
/// when `websocket.secret_key` is set. Without a key encrypted frames are not read.
public final class MessageCodec {
    /// 10 MB, `max_msg_size` of the Python bus.
    public static final int DEFAULT_MAXIMUM_BYTES = 10 * 1024 * 1024;

    /// Far above what sessions of the assistant need (7), far below what endangers a stack.
    private static final int MAXIMUM_DEPTH = 64;

    private static final HexFormat HEX = HexFormat.of();

    private final JsonMapper json;
    private final int maximumBytes;
    private final Optional<FrameCipher> cipher;

    /// A codec for frames in clear of at most 10 MB.
    public MessageCodec() {
        this(DEFAULT_MAXIMUM_BYTES, Optional.empty());
    }

    /// A codec for frames of at most `maximumBytes` bytes of UTF-8, encrypted if there is a cipher.
    public MessageCodec(int maximumBytes, Optional<FrameCipher> cipher) {
        this.maximumBytes = maximumBytes;
        this.cipher = cipher;
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(MAXIMUM_DEPTH)
                .maxStringLength(maximumBytes)
                .maxNameLength(1024)
                .build();
        this.json = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /// The text of `message`, without line breaks.
    public String write(Message message) {
        var envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("type", message.type());
        envelope.set("data", message.data());
        envelope.set("context", message.context());
        return seal(json.writeValueAsString(envelope));
    }

    /// `text`, a frame in clear, as it goes on the wire: encrypted if there is a key, else as it is.
    public String seal(String text) {
        return cipher.map(present -> sealed(present.encrypt(text))).orElse(text);
    }

    /// Reads the text of a frame. Missing or null data and context mean `{}`.
    ///
    /// @throws MalformedMessage if it is no frame of the bus, encrypted or not
    public Frame read(String text) throws MalformedMessage {
        var frame = parse(text);
        if (frame.has("ciphertext")) {
            return open(box(frame));
        }
        var message = message(frame);
        return cipher.isEmpty()
                ? new Frame.Clear(message)
                : new Frame.Foreign("expected an encrypted frame, because a key is configured, found one in clear");
    }

    private Frame open(FrameCipher.Box box) throws MalformedMessage {
        if (cipher.isEmpty()) {
            return new Frame.Foreign("the frame is encrypted, and no key is configured");
        }
        String text;
        try {
            text = cipher.get().decrypt(box);
        } catch (GeneralSecurityException refused) {
            return new Frame.Foreign("the frame is encrypted under another key, or damaged");
        }
        return new Frame.Clear(message(parse(text)));
    }

    private ObjectNode parse(String text) throws MalformedMessage {
        // A char is at least one byte of UTF-8 and at most three, so most texts need no count.
        boolean surelyFits = text.length() <= maximumBytes / 3;
        if (!surelyFits && text.getBytes(StandardCharsets.UTF_8).length > maximumBytes) {
            throw new MalformedMessage("at most " + maximumBytes + " bytes", "more");
        }
        try {
            if (json.readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw new MalformedMessage("one JSON object", "something else");
        } catch (StreamConstraintsException _) {
            throw new MalformedMessage(
                    "JSON of at most " + MAXIMUM_DEPTH + " levels and usual names and numbers", "more");
        } catch (JacksonException flaw) {
            var place = flaw.getLocation();
            throw new MalformedMessage("JSON", place == null ? "a flaw" : "a flaw at column " + place.getColumnNr());
        }
    }

    private static Message message(ObjectNode frame) throws MalformedMessage {
        JsonNode type = frame.get("type");
        if (type == null || !type.isString() || type.stringValue().isEmpty()) {
            throw new MalformedMessage("a non-empty text as type", kind(type));
        }
        return new Message(type.stringValue(), object(frame, "data"), object(frame, "context"));
    }

    private static ObjectNode object(ObjectNode frame, String name) throws MalformedMessage {
        JsonNode value = frame.get(name);
        if (value == null || value.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw new MalformedMessage("an object as " + name, kind(value));
    }

    private static FrameCipher.Box box(ObjectNode frame) throws MalformedMessage {
        JsonNode tag = frame.get("tag");
        byte[] none = {};
        return new FrameCipher.Box(
                hex(frame, "ciphertext"), tag == null || tag.isNull() ? none : hex(frame, "tag"), hex(frame, "nonce"));
    }

    private static byte[] hex(ObjectNode frame, String name) throws MalformedMessage {
        JsonNode value = frame.get(name);
        if (value == null || !value.isString()) {
            throw new MalformedMessage("hexadecimal text as " + name, kind(value));
        }
        try {
            return HEX.parseHex(value.stringValue());
        } catch (IllegalArgumentException _) {
            throw new MalformedMessage("hexadecimal text as " + name, "other text");
        }
    }

    private String sealed(FrameCipher.Box box) {
        var frame = JsonNodeFactory.instance.objectNode();
        frame.put("ciphertext", HEX.formatHex(box.ciphertext));
        frame.put("tag", HEX.formatHex(box.tag));
        frame.put("nonce", HEX.formatHex(box.nonce));
        return json.writeValueAsString(frame);
    }

    private static String kind(@Nullable JsonNode value) {
        return value == null
                ? "none"
                : value.isString() ? "other text" : value.getNodeType().name();
    }
}
