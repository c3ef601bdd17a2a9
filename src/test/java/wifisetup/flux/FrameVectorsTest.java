package wifisetup.flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each frame of discovery byte for byte, both ways. The bytes were put together by hand from the description
/// of the format: numbers with the least byte first (1.0f is `0000803f`, 1.5 is `000000000000f83f`), UUIDs as
/// RFC 9562 has them.
class FrameVectorsTest {
    private static final String MAGIC = "464c5558";
    private static final String UUID_BYTES = "00112233445566778899aabbccddeeff";
    private static final UUID DEVICE = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    /// 1.5 s, id 16, progress 0.25, tool "EXTRUDER", label "HEAD".
    private static final String STATUS_BYTES = "000000000000f83f" + "10000000" + "0000803e"
            + "45585452554445520000000000000000"
            + "48454144" + "00000000000000000000000000000000000000000000000000000000";

    private static final Status STATUS = new Status(1.5, 16, 0.25f, "EXTRUDER", "HEAD");

    /// `ver=1.5.0`, `name=Kiosk`.
    private static final String METADATA_BYTES = "7665723d312e352e30" + "00" + "6e616d653d4b696f736b";

    private static final Octets METADATA = Octets.ofText("ver=1.5.0\0name=Kiosk");

    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of(
                        "a device says hello, newest version wanted",
                        new Frame.Hello(DEVICE, 0),
                        MAGIC + "00" + "00" + UUID_BYTES),
                Arguments.of(
                        "a device says hello, version 2 wanted",
                        new Frame.Hello(DEVICE, 2),
                        MAGIC + "00" + "02" + UUID_BYTES),
                Arguments.of(
                        "a client asks who is there",
                        new Frame.Hello(Frame.NOBODY, 0),
                        MAGIC + "00" + "00" + "00000000000000000000000000000000"),
                Arguments.of(
                        "a client pokes an address",
                        new Frame.Poke(),
                        MAGIC + "01" + "00" + "00000000000000000000000000000000"),
                Arguments.of(
                        "a device names its master key",
                        new Frame.MasterKey(
                                DEVICE,
                                "ABCDEFGHIJ",
                                1.0f,
                                Octets.ofText("MASTER"),
                                Octets.ofText("SIGN"),
                                Optional.of(STATUS)),
                        MAGIC + "01" + "00" + UUID_BYTES + "4142434445464748494a" + "0000803f" + "0600" + "0400"
                                + "4d4153544552" + "5349474e" + STATUS_BYTES),
                Arguments.of(
                        "a device of old names its master key, without a status",
                        new Frame.MasterKey(
                                DEVICE, "AB", 1.0f, Octets.ofText("MASTER"), Octets.ofText("SIGN"), Optional.empty()),
                        MAGIC + "01" + "00" + UUID_BYTES + "41420000000000000000" + "0000803f" + "0600" + "0400"
                                + "4d4153544552" + "5349474e"),
                Arguments.of(
                        "a client touches a device of version 1",
                        new Frame.Touch(1, DEVICE),
                        MAGIC + "01" + "02" + UUID_BYTES),
                Arguments.of(
                        "a device names its slave key",
                        new Frame.SlaveKey(
                                DEVICE,
                                1.0f,
                                Octets.ofText("SLAVE"),
                                Octets.ofText("BY MASTER"),
                                METADATA,
                                Octets.ofText("BY SLAVE")),
                        MAGIC + "01" + "03" + UUID_BYTES + "0000803f" + "0500" + "0900" + "534c415645"
                                + "4259204d4153544552" + "1400" + METADATA_BYTES + "425920534c415645"),
                Arguments.of(
                        "a device of version 2 is here",
                        new Frame.Heartbeat(DEVICE, 0x0102030405060708L, STATUS),
                        MAGIC + "02" + "00" + UUID_BYTES + "0102030405060708" + STATUS_BYTES),
                Arguments.of(
                        "a client touches a device of version 2",
                        new Frame.Touch(2, DEVICE),
                        MAGIC + "02" + "02" + UUID_BYTES),
                Arguments.of(
                        "a device of version 2 introduces itself",
                        new Frame.Introduction(
                                DEVICE, Octets.ofText("KEY"), Octets.ofText("SIGN"), METADATA, Octets.NONE),
                        MAGIC + "02" + "03" + UUID_BYTES + "0300" + "0400" + "4b4559" + "5349474e" + "1400"
                                + METADATA_BYTES),
                Arguments.of(
                        "a device of ours signs that",
                        new Frame.Introduction(
                                DEVICE, Octets.ofText("KEY"), Octets.ofText("SIGN"), METADATA, Octets.ofText("MINE")),
                        MAGIC + "02" + "03" + UUID_BYTES + "0300" + "0400" + "4b4559" + "5349474e" + "1400"
                                + METADATA_BYTES + "4d494e45"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void isWritten(String what, Frame frame, String hex) {
        assertThat(HexFormat.of().formatHex(FrameWriter.write(frame))).isEqualTo(hex);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void isRead(String what, Frame frame, String hex) {
        assertThat(FrameReader.read(HexFormat.of().parseHex(hex))).isEqualTo(frame);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource({
        "'', TRUNCATED",
        "464c55, TRUNCATED",
        "464c5558, TRUNCATED",
        "464c555800, TRUNCATED",
        "474c5558000000112233445566778899aabbccddeeff, FOREIGN",
        "464c5558030000112233445566778899aabbccddeeff, UNKNOWN_VERSION",
        "464c5558000300112233445566778899aabbccddeeff, UNKNOWN_ACTION",
        "464c5558010100112233445566778899aabbccddeeff, UNKNOWN_ACTION",
        "464c5558020400112233445566778899aabbccddeeff, UNKNOWN_ACTION",
        "464c5558000000112233445566778899aabbccddee, TRUNCATED",
        "464c5558000000112233445566778899aabbccddeeffff, TRAILING_BYTES",
        // A poke names nobody, a touch names somebody.
        "464c5558010000112233445566778899aabbccddeeff, BAD_VALUE",
        "464c5558020200000000000000000000000000000000, BAD_VALUE",
    })
    void whatIsNoFrameIsDroppedForAReason(String hex, DropReason reason) {
        assertThat(FrameReader.read(HexFormat.of().parseHex(hex))).isEqualTo(new Received.Dropped(reason));
    }

    @ParameterizedTest
    @CsvSource({
        // Not a number, infinity; as the time and as the progress.
        "000000000000f87f, 0000803e",
        "000000000000f07f, 0000803e",
        "000000000000f83f, 0000c07f",
        "000000000000f83f, 000080ff"
    })
    void aStatusOfNoNumberIsDropped(String time, String progress) {
        String hex = MAGIC + "0200" + UUID_BYTES + "0102030405060708" + time + "10000000" + progress
                + STATUS_BYTES.substring(32);

        assertThat(FrameReader.read(HexFormat.of().parseHex(hex)))
                .isEqualTo(new Received.Dropped(DropReason.BAD_VALUE));
    }

    @ParameterizedTest
    @CsvSource({"4096, UNKNOWN_VERSION", "4097, TOO_LONG"})
    void aDatagramHasAtMost4096Bytes(int length, DropReason reason) {
        byte[] datagram = new byte[length];
        System.arraycopy(HexFormat.of().parseHex(MAGIC + "09"), 0, datagram, 0, 5);

        assertThat(FrameReader.read(datagram)).isEqualTo(new Received.Dropped(reason));
    }

    @ParameterizedTest
    @CsvSource({"ABCDEFGHIJK", "ÄBC"})
    void aSerialThatDoesNotFitIsNotWritten(String serial) {
        var frame = new Frame.MasterKey(DEVICE, serial, 1.0f, Octets.NONE, Octets.NONE, Optional.empty());

        assertThatThrownBy(() -> FrameWriter.write(frame)).isInstanceOf(IllegalArgumentException.class);
    }
}
