package wifisetup.device.flux;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;

/// What comes in a handshake of TLS, by whole records: the handshake has no turn while one is waited for, and
/// takes its turn once it is there. After the handshake it is the input itself. One thread at a time.
final class RecordInput extends InputStream {
    /// Type, version and length (RFC 8446, 5.1).
    private static final int HEADER_BYTES = 5;

    /// The longest record (RFC 5246, 6.2.3).
    private static final int MOST_BYTES = (1 << 14) + 2048;

    /// The first and the last type of a record (RFC 5246, 6.2.1).
    private static final int CHANGE_CIPHER_SPEC = 20;

    private static final int APPLICATION_DATA = 23;

    private final InputStream input;
    private final Handshakes.Turn turn;
    private ByteArrayInputStream record = new ByteArrayInputStream(new byte[0]);
    private boolean foreign;

    RecordInput(InputStream input, Handshakes.Turn turn) {
        this.input = input;
        this.turn = turn;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (record.available() == 0 && length > 0) {
            if (foreign || turn.isOver()) {
                return input.read(target, offset, length);
            }
            turn.give();
            record = new ByteArrayInputStream(next());
            take();
        }
        return record.read(target, offset, length);
    }

    @Override
    public int available() throws IOException {
        return record.available() + input.available();
    }

    private void take() throws IOException {
        try {
            turn.take();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the session is ended");
        }
    }

    /// @return a record; less where the input ends, or where no record of TLS begins
    private byte[] next() throws IOException {
        byte[] header = input.readNBytes(HEADER_BYTES);
        if (header.length < HEADER_BYTES) {
            return header;
        }
        int length = Byte.toUnsignedInt(header[3]) << Byte.SIZE | Byte.toUnsignedInt(header[4]);
        foreign = header[0] < CHANGE_CIPHER_SPEC || header[0] > APPLICATION_DATA || length > MOST_BYTES;
        if (foreign) {
            return header;
        }
        byte[] whole = Arrays.copyOf(header, HEADER_BYTES + length);
        return Arrays.copyOf(whole, HEADER_BYTES + input.readNBytes(whole, HEADER_BYTES, length));
    }
}
