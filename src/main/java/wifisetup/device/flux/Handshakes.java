package wifisetup.device.flux;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocket;
import wifisetup.loop.Timer;

/// Lets a few handshakes of TLS happen at once: each signs with a long key, and the screen wants a processor,
/// too. Any thread.
final class Handshakes {
    private static final int AT_ONCE = 3;

    /// After this long a handshake waits for its other side, and needs no processor.
    private static final Duration WORK = Duration.ofSeconds(1);

    private final Timer timer;
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    Handshakes(Timer timer) {
        this.timer = timer;
    }

    /// Makes one, and blocks until both sides agree. Whoever says nothing keeps nobody waiting.
    ///
    /// @throws IOException if they do not
    SSLSocket of(Socket raw, TlsServer tls) throws IOException, InterruptedException {
        int first = raw.getInputStream().read();
        if (first < 0) {
            throw new EOFException("the visitor left without a word");
        }
        free.acquire();
        var working = new AtomicBoolean(true);
        Runnable release = () -> {
            if (working.getAndSet(false)) {
                free.release();
            }
        };
        var limit = timer.after(WORK, release);
        try {
            return tls.accept(raw, new ByteArrayInputStream(new byte[] {(byte) first}));
        } finally {
            limit.cancel();
            release.run();
        }
    }
}
