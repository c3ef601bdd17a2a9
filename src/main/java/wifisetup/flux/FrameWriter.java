package wifisetup.flux;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Turns frames into the bytes of a datagram. Any thread.
public final class FrameWriter {
    static final byte[] MAGIC = "FLUX".getBytes(StandardCharsets.US_ASCII);

    private FrameWriter() {}

    /// The bytes of `frame`.
    ///
    /// @throws IllegalArgumentException if a part does not fit its field, or the frame is longer than
    ///     [Frame#MAXIMUM_BYTES]
    public static byte[] write(Frame frame) {
        var sink = switch (frame) {
            case Frame.Hello hello -> head(0, hello.version()).uuid(hello.uuid());
            case Frame.Poke _ -> head(1, 0).uuid(Frame.NOBODY);
            case Frame.Touch touch -> head(touch.version(), 2).uuid(touch.uuid());
            case Frame.MasterKey key -> masterKey(key);
            case Frame.SlaveKey key -> slaveKey(key);
            case Frame.Heartbeat beat -> status(named(2, 0, beat.uuid()).identifier(beat.session()), beat.status());
            case Frame.Introduction introduction -> introduction(introduction);
        };
        byte[] bytes = sink.toBytes();
        if (bytes.length > Frame.MAXIMUM_BYTES) {
            throw new IllegalArgumentException(
                    "a frame of at most " + Frame.MAXIMUM_BYTES + " bytes, found " + bytes.length);
        }
        return bytes;
    }

    private static ByteSink masterKey(Frame.MasterKey key) {
        var sink = named(1, 0, key.uuid())
                .ascii(key.serial(), 10)
                .f32(key.masterTime())
                .u16(key.masterKey().length())
                .u16(key.identity().length())
                .bytes(key.masterKey())
                .bytes(key.identity());
        key.status().ifPresent(status -> status(sink, status));
        return sink;
    }

    private static ByteSink slaveKey(Frame.SlaveKey key) {
        return named(1, 3, key.uuid())
                .f32(key.masterTime())
                .u16(key.slaveKey().length())
                .u16(key.keySignature().length())
                .bytes(key.slaveKey())
                .bytes(key.keySignature())
                .u16(key.metadata().length())
                .bytes(key.metadata())
                .bytes(key.metadataSignature());
    }

    private static ByteSink introduction(Frame.Introduction introduction) {
        return named(2, 3, introduction.uuid())
                .u16(introduction.publicKey().length())
                .u16(introduction.identity().length())
                .bytes(introduction.publicKey())
                .bytes(introduction.identity())
                .u16(introduction.metadata().length())
                .bytes(introduction.metadata())
                .bytes(introduction.metadataSignature());
    }

    private static ByteSink status(ByteSink sink, Status status) {
        return sink.f64(status.time())
                .i32(status.id())
                .f32(status.progress())
                .ascii(status.headModule(), Status.HEAD_MODULE_BYTES)
                .ascii(status.errorLabel(), Status.ERROR_LABEL_BYTES);
    }

    private static ByteSink named(int version, int action, UUID uuid) {
        return head(version, action).uuid(uuid);
    }

    private static ByteSink head(int version, int action) {
        return new ByteSink().raw(MAGIC).u8(version).u8(action);
    }
}
