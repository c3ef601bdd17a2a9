package wifisetup.flux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Bytes being written, numbers with the least byte first.
final class ByteSink {
    private ByteBuffer buffer = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);

    ByteSink u8(int value) {
        room(1).put((byte) value);
        return this;
    }

    ByteSink u16(int value) {
        if (value < 0 || value > 0xFFFF) {
            throw new IllegalArgumentException("a number of 16 bits, found " + value);
        }
        room(2).putShort((short) value);
        return this;
    }

    ByteSink i32(int value) {
        room(4).putInt(value);
        return this;
    }

    ByteSink f32(float value) {
        room(4).putFloat(value);
        return this;
    }

    ByteSink f64(double value) {
        room(8).putDouble(value);
        return this;
    }

    /// Eight bytes as they stand, the first one the highest: an identifier, not a number.
    ByteSink identifier(long value) {
        room(8).putLong(Long.reverseBytes(value));
        return this;
    }

    /// As RFC 9562 writes it, not little-endian.
    ByteSink uuid(UUID uuid) {
        return identifier(uuid.getMostSignificantBits()).identifier(uuid.getLeastSignificantBits());
    }

    ByteSink bytes(Octets octets) {
        return raw(octets.toBytes());
    }

    ByteSink raw(byte[] bytes) {
        room(bytes.length).put(bytes);
        return this;
    }

    /// Printable ASCII, filled up with NUL.
    ByteSink ascii(String text, int length) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        boolean printable = text.chars().allMatch(c -> c >= ' ' && c <= '~');
        if (!printable || bytes.length > length) {
            throw new IllegalArgumentException("at most " + length + " characters of printable ASCII");
        }
        return raw(bytes).raw(new byte[length - bytes.length]);
    }

    byte[] toBytes() {
        byte[] written = new byte[buffer.position()];
        buffer.get(0, written);
        return written;
    }

    Octets toOctets() {
        return Octets.of(toBytes());
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int capacity = Math.max(buffer.capacity() * 2, buffer.position() + bytes);
            buffer =
                    ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(buffer.flip());
        }
        return buffer;
    }
}
