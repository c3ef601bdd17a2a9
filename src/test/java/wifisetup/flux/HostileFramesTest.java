package wifisetup.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A million hostile datagrams, made from whole frames: none throws, and each that cannot be a frame is dropped
/// and counted. The generator is the JDK's with a fixed seed, so what fails fails again.
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

    private final Drops drops = new Drops();
    private long expected;

    @Test
    void aMillionHostileDatagramsAreDroppedAndCounted() {
        for (int i = 0; i < CASES; i++) {
            switch (random.nextInt(7)) {
                case 0 -> dropped(cut(any()));
                case 1 -> dropped(lengthened(anyOf(closed)));
                case 2 -> dropped(withByte(any(), random.nextInt(4), 1 + random.nextInt(255)));
                case 3 -> dropped(withByte(any(), 4, 3 + random.nextInt(250)));
                case 4 -> dropped(octets(random.nextInt(600)).toBytes());
                case 5 -> dropped(beyondTheLimit());
                case 6 -> read(mutated(any()));
                default -> throw new IllegalStateException();
            }
        }

        assertThat(drops.total()).isEqualTo(expected).isGreaterThan(CASES * 6L / 7 - 10_000);
        assertThat(drops.byReason())
                .containsOnlyKeys(
                        DropReason.TOO_LONG,
                        DropReason.FOREIGN,
                        DropReason.TRUNCATED,
                        DropReason.TRAILING_BYTES,
                        DropReason.UNKNOWN_VERSION,
                        DropReason.UNKNOWN_ACTION,
                        DropReason.BAD_VALUE);
    }

    /// Reads what cannot be a frame.
    private void dropped(byte[] datagram) {
        assertThat(read(datagram)).isInstanceOf(Received.Dropped.class);
    }

    private Received read(byte[] datagram) {
        var received = FrameReader.read(datagram);
        if (received instanceof Received.Dropped dropped) {
            drops.count(dropped.reason());
            expected++;
        }
        return received;
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
