package wifisetup.flux;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads the messages of a management session, in however many pieces they arrive. One thread.
public final class MessageReader {
    private final InputStream in;
    private final Direction direction;

    /// Reads messages that go in `direction`.
    public MessageReader(InputStream in, Direction direction) {
        this.in = in;
        this.direction = direction;
    }

    /// The next message, or empty where the other side has ended the session between two.
    ///
    /// @throws BadMessageException if it is too long, or what a client sends is not UTF-8; what a device sends
    ///     may be the name of a network in any encoding
    /// @throws EOFException if the session ends within it
    /// @throws IOException if the session breaks
    public Optional<String> read() throws IOException {
        int low = in.read();
        if (low < 0) {
            return Optional.empty();
        }
        int high = in.read();
        if (high < 0) {
            throw new EOFException("the session ended within a length");
        }
        int length = (high << 8 | low) - direction.ownBytes();
        if (length < 0 || length > Direction.MAXIMUM_BYTES) {
            throw new BadMessageException("a message of at most " + Direction.MAXIMUM_BYTES + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the session ended within a message");
        }
        return Optional.of(
                switch (direction) {
                    case TO_CLIENT -> new String(bytes, StandardCharsets.UTF_8);
                    case TO_DEVICE ->
                        Octets.of(bytes).text().orElseThrow(() -> new BadMessageException("a text in UTF-8"));
                });
    }
}
