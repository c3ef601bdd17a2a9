package wifisetup.device.flux;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// The input of a session. While its reader is at something else it can be watched, so that somebody who
/// leaves is not waited for. One thread reads and asks to watch.
final class WatchedInput extends InputStream {
    private static final int END = -1;

    private final InputStream input;
    private @Nullable CompletableFuture<Integer> ahead;

    WatchedInput(InputStream input) {
        this.input = input;
    }

    /// Runs `gone` once the input ends or breaks, on a thread of its own; never once anything has come.
    void watch(Runnable gone) {
        if (ahead != null) {
            return;
        }
        var next = new CompletableFuture<Integer>();
        ahead = next;
        Thread.ofVirtual().name("lan-watch").start(() -> {
            try {
                int octet = input.read();
                next.complete(octet);
                if (octet == END) {
                    gone.run();
                }
            } catch (IOException broken) {
                next.completeExceptionally(broken);
                gone.run();
            }
        });
    }

    @Override
    public int read() throws IOException {
        return ahead == null ? input.read() : watched(ahead);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ahead == null || length == 0) {
            return input.read(target, offset, length);
        }
        int octet = watched(ahead);
        if (octet == END) {
            return END;
        }
        target[offset] = (byte) octet;
        return 1;
    }

    private int watched(CompletableFuture<Integer> next) throws IOException {
        try {
            int octet = next.get();
            ahead = null;
            return octet;
        } catch (ExecutionException broken) {
            throw new IOException("the session broke", broken.getCause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the session is ended");
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
