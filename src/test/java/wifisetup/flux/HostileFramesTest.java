package wifisetup.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A million hostile datagrams, made from whole frames: none throws, and each that cannot be a frame is dropped
/// for its reason. The generator is the JDK's with a fixed seed, so what fails fails again.
class HostileFramesTest {
    private static final int CASES = 1_000_000;
    private static final long SEED = 20_261_121;

    private static final UUID DEVICE = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final Status STATUS = new Status(1.5, 16, 0.25f, "EXTRUDER", "");

    private final Random random = new Random(SEED);
    private final Octets key = octets(270);
    private final Octets signature = octets(256);
    private final Octets metadata = Octets.ofText("ver=1.5.0\0name=Kiosk\0model=M\0pwd=T");

    /// Frames that have an end of their own: one byte more or less is another thing.
    private final List<byte[]> closed = List.of(
            FrameWriter.write(new Frame.Hello(DEVICE, 0)),
            FrameWriter.write(new Frame.Poke()),
            FrameWriter.write(new Frame.Touch(1, DEVICE)),
            FrameWriter.write(new Frame.Touch(2, DEVICE)),
            FrameWriter.write(new Frame.MasterKey(DEVICE, "ABCDEFGHIJ", 1, key, signature, Optional.of(STATUS))),
            FrameWriter.write(new Frame.Heartbeat(DEVICE, 7, STATUS)));

    /// Frames that end with a signature of any length: the signature's own check finds what is missing.
    private final List<byte[]> open = List.of(
            FrameWriter.write(new Frame.SlaveKey(DEVICE, 1, key, signature, metadata, Octets.NONE)),
            FrameWriter.write(new Frame.Introduction(DEVICE, key, signature, metadata, Octets.NONE)));

    @Test
    void aMillionHostileDatagramsAreDroppedForTheirReasonOrReadAsTheyAre() {
        for (int i = 0; i < CASES; i++) {
            switch (random.nextInt(7)) {
                // A master key that ends behind its UUID is a poke, but of somebody.
                case 0 -> dropped(cut(any()), DropReason.TRUNCATED, DropReason.BAD_VALUE);
                // A longer poke is a master key of nobody.
                case 1 -> dropped(lengthened(anyOf(closed)), DropReason.TRAILING_BYTES, DropReason.BAD_VALUE);
                case 2 -> dropped(withByte(any(), random.nextInt(4), 1 + random.nextInt(255)), DropReason.FOREIGN);
                case 3 -> dropped(withByte(any(), 4, 3 + random.nextInt(250)), DropReason.UNKNOWN_VERSION);
                // Four random bytes are `FLUX` once in 2^32 cases, and none of this seed's; none at all are too few.
                case 4 -> dropped(octets(random.nextInt(600)).toBytes(), DropReason.FOREIGN, DropReason.TRUNCATED);
                case 5 -> dropped(beyondTheLimit(), DropReason.TOO_LONG);
                case 6 -> stable(mutated(any()));
                default -> throw new IllegalStateException();
            }
        }
    }

    /// Reads what cannot be a frame.
    private static void dropped(byte[] datagram, DropReason... expected) {
        if (!(FrameReader.read(datagram) instanceof Received.Dropped(var reason))
                || !List.of(expected).contains(reason)) {
            throw new AssertionError(
                    "expected " + List.of(expected) + " for " + HexFormat.of().formatHex(datagram));
        }
    }

    /// What is read as a frame means the same when it is written and read again.
    private static void stable(byte[] datagram) {
        if (FrameReader.read(datagram) instanceof Frame frame) {
            assertThat(FrameReader.read(FrameWriter.write(frame))).isEqualTo(frame);
        }
    }

    private byte[] any() {
        return anyOf(random.nextBoolean() ? closed : open);
    }

    private byte[] anyOf(List<byte[]> frames) {
        return frames.get(random.nextInt(frames.size())).clone();
    }

    /// Shorter than it says. A master key may end before its status, so that cut is left out.
    private byte[] cut(byte[] frame) {
        int length = random.nextInt(frame.length);
        boolean endsBeforeStatus = length == frame.length - Status.BYTES;
        return Arrays.copyOf(frame, endsBeforeStatus ? length - 1 : length);
    }

    private byte[] lengthened(byte[] frame) {
        return Arrays.copyOf(frame, frame.length + 1 + random.nextInt(40));
    }

    private byte[] beyondTheLimit() {
        return Arrays.copyOf(any(), Frame.MAXIMUM_BYTES + 1 + random.nextInt(100));
    }

    private static byte[] withByte(byte[] frame, int place, int difference) {
        frame[place] = (byte) (place == 4 ? difference : frame[place] + difference);
        return frame;
    }

    /// Up to eight other bytes anywhere.
    private byte[] mutated(byte[] frame) {
        for (int i = random.nextInt(8); i >= 0; i--) {
            frame[random.nextInt(frame.length)] = (byte) random.nextInt();
        }
        return frame;
    }

    private Octets octets(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }
}
