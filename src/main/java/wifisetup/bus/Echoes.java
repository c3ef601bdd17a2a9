package wifisetup.bus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;

/// Tells our own frames, which the bus repeats to us, from those of others: each frame sent is expected back once. It
/// keeps digests, not frames, which may be large or hold passwords. Any thread.
///
/// When somebody else sends the very same frame, one of the two is delivered and the other swallowed: which one
/// makes no difference.
final class Echoes {
    /// Frames under way at most; of more, the echo of the oldest would pass for a foreign frame.
    private static final int CAPACITY = 20_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<ByteBuffer> expected = new ArrayDeque<>();

    /// Expects `frame` back. To be called before it is sent.
    void expect(String frame) {
        var digest = digest(frame);
        lock.lock();
        try {
            if (expected.size() == CAPACITY) {
                expected.removeFirst();
            }
            expected.addLast(digest);
        } finally {
            lock.unlock();
        }
    }

    /// Whether `frame` is one of ours that came back.
    boolean swallow(String frame) {
        var digest = digest(frame);
        lock.lock();
        try {
            // Echoes come in the order of sending, so a match is nearly always the first.
            return expected.removeFirstOccurrence(digest);
        } finally {
            lock.unlock();
        }
    }

    private static ByteBuffer digest(String frame) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(frame.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of each JDK", impossible);
        }
    }
}
