package wifisetup.flux;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// As much of DER (ITU-T X.690) as a key and a self-signed certificate need.
final class Der {
    static final byte[] NULL = {0x05, 0x00};

    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return value(0x30, join(parts));
    }

    static byte[] set(byte[]... parts) {
        return value(0x31, join(parts));
    }

    static byte[] integer(BigInteger number) {
        return value(0x02, number.toByteArray());
    }

    static byte[] bitString(byte[] bytes) {
        return value(0x03, join(new byte[] {0}, bytes));
    }

    static byte[] utf8(String text) {
        return value(0x0C, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] generalizedTime(Instant time) {
        return value(0x18, GENERALIZED_TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    /// A constructed value of the context, `[number]`.
    static byte[] tagged(int number, byte[] inside) {
        return value(0xA0 | number, inside);
    }

    static byte[] objectIdentifier(int first, int second, int... others) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(first * 40 + second);
        for (int arc : others) {
            for (int shift = 28; shift > 0; shift -= 7) {
                if (arc >> shift != 0) {
                    bytes.write((arc >> shift & 0x7F) | 0x80);
                }
            }
            bytes.write(arc & 0x7F);
        }
        return value(0x06, bytes.toByteArray());
    }

    private static byte[] value(int tag, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(tag);
        if (content.length < 0x80) {
            bytes.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int sign = length[0] == 0 ? 1 : 0;
            bytes.write(0x80 | length.length - sign);
            bytes.write(length, sign, length.length - sign);
        }
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
