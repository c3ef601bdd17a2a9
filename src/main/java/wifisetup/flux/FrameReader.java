package wifisetup.flux;

import java.util.Optional;
import java.util.UUID;
import wifisetup.flux.ByteSource.Flaw;

/// Turns the bytes of a datagram into a frame, or says why it is none. It never throws. Any thread.
public final class FrameReader {
    private static final int HEAD_BYTES = 6;
    private static final int UUID_BYTES = 16;

    private FrameReader() {}

    /// Reads all of `datagram`.
    public static Received read(byte[] datagram) {
        return read(datagram, datagram.length);
    }

    /// Reads the first `length` bytes of `buffer`.
    public static Received read(byte[] buffer, int length) {
        if (length > Frame.MAXIMUM_BYTES) {
            return new Received.Dropped(DropReason.TOO_LONG);
        }
        try {
            return frame(buffer, length);
        } catch (Flaw flaw) {
            return new Received.Dropped(flaw.reason());
        }
    }

    private static Frame frame(byte[] buffer, int length) throws Flaw {
        for (int i = 0; i < Math.min(length, FrameWriter.MAGIC.length); i++) {
            if (buffer[i] != FrameWriter.MAGIC[i]) {
                throw new Flaw(DropReason.FOREIGN);
            }
        }
        if (length < HEAD_BYTES) {
            throw new Flaw(DropReason.TRUNCATED);
        }
        var source = new ByteSource(buffer, FrameWriter.MAGIC.length, length - FrameWriter.MAGIC.length);
        int version = source.u8();
        int action = source.u8();
        Frame frame = switch (version) {
            case 0 -> hello(source, action);
            case 1 -> first(source, action);
            case 2 -> second(source, action);
            default -> throw new Flaw(DropReason.UNKNOWN_VERSION);
        };
        source.end();
        return frame;
    }

    /// The action names the version to poke with, and there are no more than these.
    private static Frame hello(ByteSource source, int action) throws Flaw {
        if (action > 2) {
            throw new Flaw(DropReason.UNKNOWN_ACTION);
        }
        return new Frame.Hello(source.uuid(), action);
    }

    private static Frame first(ByteSource source, int action) throws Flaw {
        return switch (action) {
            // Only its length tells a client's question from a device's answer.
            case 0 -> source.remaining() == UUID_BYTES ? poke(source) : masterKey(source);
            case 2 -> new Frame.Touch(1, device(source));
            case 3 -> slaveKey(source);
            default -> throw new Flaw(DropReason.UNKNOWN_ACTION);
        };
    }

    private static Frame second(ByteSource source, int action) throws Flaw {
        return switch (action) {
            case 0 -> new Frame.Heartbeat(device(source), source.identifier(), status(source));
            case 2 -> new Frame.Touch(2, device(source));
            case 3 -> introduction(source);
            default -> throw new Flaw(DropReason.UNKNOWN_ACTION);
        };
    }

    private static Frame poke(ByteSource source) throws Flaw {
        if (!source.uuid().equals(Frame.NOBODY)) {
            throw new Flaw(DropReason.BAD_VALUE);
        }
        return new Frame.Poke();
    }

    private static Frame masterKey(ByteSource source) throws Flaw {
        var uuid = device(source);
        String serial = source.ascii(10);
        float masterTime = source.f32();
        int keyLength = source.u16();
        int signatureLength = source.u16();
        return new Frame.MasterKey(
                uuid,
                serial,
                masterTime,
                source.octets(keyLength),
                source.octets(signatureLength),
                source.remaining() == 0 ? Optional.empty() : Optional.of(status(source)));
    }

    private static Frame slaveKey(ByteSource source) throws Flaw {
        var uuid = device(source);
        float masterTime = source.f32();
        int keyLength = source.u16();
        int signatureLength = source.u16();
        return new Frame.SlaveKey(
                uuid,
                masterTime,
                source.octets(keyLength),
                source.octets(signatureLength),
                source.octets(source.u16()),
                source.octets(source.remaining()));
    }

    private static Frame introduction(ByteSource source) throws Flaw {
        var uuid = device(source);
        int keyLength = source.u16();
        int signatureLength = source.u16();
        return new Frame.Introduction(
                uuid,
                source.octets(keyLength),
                source.octets(signatureLength),
                source.octets(source.u16()),
                source.octets(source.remaining()));
    }

    private static Status status(ByteSource source) throws Flaw {
        return new Status(
                source.f64(),
                source.i32(),
                source.f32(),
                source.ascii(Status.HEAD_MODULE_BYTES),
                source.ascii(Status.ERROR_LABEL_BYTES));
    }

    private static UUID device(ByteSource source) throws Flaw {
        var uuid = source.uuid();
        if (uuid.equals(Frame.NOBODY)) {
            throw new Flaw(DropReason.BAD_VALUE);
        }
        return uuid;
    }
}
