package wifisetup.flux;

import java.io.IOException;
import java.io.OutputStream;

/// Writes the messages of a management session, each in one piece. One thread.
public final class MessageWriter {
    private final OutputStream out;
    private final Direction direction;

    /// Writes messages that go in `direction`.
    public MessageWriter(OutputStream out, Direction direction) {
        this.out = out;
        this.direction = direction;
    }

    /// Sends `text`.
    ///
    /// @throws BadMessageException if it is longer than [Direction#MAXIMUM_BYTES]
    /// @throws IOException if the session breaks
    public void write(String text) throws IOException {
        var octets = Octets.ofText(text);
        if (octets.length() > Direction.MAXIMUM_BYTES) {
            throw new BadMessageException("a message of at most " + Direction.MAXIMUM_BYTES + " bytes");
        }
        out.write(new ByteSink()
                .u16(octets.length() + direction.ownBytes())
                .bytes(octets)
                .toBytes());
        out.flush();
    }
}
