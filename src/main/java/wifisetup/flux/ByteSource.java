package wifisetup.flux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/// Bytes being read, numbers with the least byte first. What is not there ends the reading with [Flaw].
final class ByteSource {
    private final ByteBuffer buffer;

    ByteSource(byte[] bytes, int offset, int length) {
        this.buffer = ByteBuffer.wrap(bytes, offset, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// A datagram is no frame: the way out of the reader, which makes it a [Received.Dropped].
    static final class Flaw extends Exception {
        private static final long serialVersionUID = 1L;

        private final DropReason reason;

        Flaw(DropReason reason) {
            // Foreign datagrams may come in floods: no stack is looked up for them.
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        DropReason reason() {
            return reason;
        }
    }

    int u8() throws Flaw {
        return Byte.toUnsignedInt(has(1).get());
    }

    int u16() throws Flaw {
        return Short.toUnsignedInt(has(2).getShort());
    }

    int i32() throws Flaw {
        return has(4).getInt();
    }

    float f32() throws Flaw {
        float value = has(4).getFloat();
        if (!Float.isFinite(value)) {
            throw new Flaw(DropReason.BAD_VALUE);
        }
        return value;
    }

    double f64() throws Flaw {
        double value = has(8).getDouble();
        if (!Double.isFinite(value)) {
            throw new Flaw(DropReason.BAD_VALUE);
        }
        return value;
    }

    long identifier() throws Flaw {
        return Long.reverseBytes(has(8).getLong());
    }

    UUID uuid() throws Flaw {
        return new UUID(identifier(), identifier());
    }

    Octets octets(int length) throws Flaw {
        has(length);
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return Octets.of(bytes);
    }

    /// The text before the first NUL of `length` bytes. What is not printable ASCII becomes `?`: it is shown to
    /// people.
    String ascii(int length) throws Flaw {
        has(length);
        var text = new StringBuilder(length);
        boolean ended = false;
        for (int i = 0; i < length; i++) {
            byte b = buffer.get();
            ended |= b == 0;
            if (!ended) {
                text.append(b >= ' ' && b <= '~' ? (char) b : '?');
            }
        }
        return text.toString();
    }

    int remaining() {
        return buffer.remaining();
    }

    void end() throws Flaw {
        if (buffer.hasRemaining()) {
            throw new Flaw(DropReason.TRAILING_BYTES);
        }
    }

    private ByteBuffer has(int length) throws Flaw {
        if (buffer.remaining() < length) {
            throw new Flaw(DropReason.TRUNCATED);
        }
        return buffer;
    }
}
