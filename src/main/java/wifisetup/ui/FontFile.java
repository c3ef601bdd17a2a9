package wifisetup.ui;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;

/// What a TrueType or OpenType file says of its font. Any thread.
///
/// @param file a font, or a collection, of which the first font speaks for all
record FontFile(Path file) {
    private static final int COLLECTION = tag("ttcf");
    private static final int METRICS = tag("OS/2");

    // OpenType specification, "Font file" and "OS/2 and Windows metrics table".
    private static final int FIRST_FONT = 12;
    private static final int TABLE_COUNT = 4;
    private static final int UNICODE_RANGES = 42;
    private static final int RANGE_WORDS = 4;

    /// The ranges of Unicode whose letters the font has, as numbers of the bits of its `ulUnicodeRange`; none if it
    /// does not say.
    ///
    /// @throws IOException if the file cannot be read, or is no such font
    BitSet unicodeRanges() throws IOException {
        try (var font = new RandomAccessFile(file.toFile(), "r")) {
            long start = 0;
            if (font.readInt() == COLLECTION) {
                font.seek(FIRST_FONT);
                start = Integer.toUnsignedLong(font.readInt());
            }
            font.seek(start + TABLE_COUNT);
            int tables = font.readUnsignedShort();
            // Three more numbers serve binary searches.
            font.skipBytes(3 * Short.BYTES);
            for (int i = 0; i < tables; i++) {
                int name = font.readInt();
                font.skipBytes(Integer.BYTES);
                long offset = Integer.toUnsignedLong(font.readInt());
                font.skipBytes(Integer.BYTES);
                if (name == METRICS) {
                    font.seek(offset + UNICODE_RANGES);
                    return ranges(font);
                }
            }
            return new BitSet();
        }
    }

    private static BitSet ranges(RandomAccessFile font) throws IOException {
        var words = new long[RANGE_WORDS / 2];
        for (int i = 0; i < RANGE_WORDS; i++) {
            words[i / 2] |= Integer.toUnsignedLong(font.readInt()) << (i % 2 * Integer.SIZE);
        }
        return BitSet.valueOf(words);
    }

    private static int tag(String letters) {
        return ByteBuffer.wrap(letters.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
