package wifisetup.device.flux;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import wifisetup.device.Attempts;

/// Lets a few handshakes of TLS work at once, and of one origin one: each signs with a long key, and the
/// screen wants a processor, too. Whoever is waited for keeps nobody waiting. Any thread.
final class Handshakes {
    private static final int AT_ONCE = 3;

    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private final Map<String, Origin> origins = new ConcurrentHashMap<>();

    /// @param visitors how many have begun there, and are not done
    private record Origin(Semaphore turn, AtomicInteger visitors) {
        Origin() {
            this(new Semaphore(1, true), new AtomicInteger());
        }
    }

    /// Makes one, and blocks until both sides agree.
    ///
    /// @throws IOException if they do not
    SSLSocket of(Socket raw, TlsServer tls) throws IOException {
        var name = Attempts.origin(raw.getInetAddress());
        var origin = origins.compute(name, (_, known) -> {
            var there = known == null ? new Origin() : known;
            there.visitors().incrementAndGet();
            return there;
        });
        try (var turn = new Turn(origin.turn(), free)) {
            return tls.accept(raw, new RecordInput(raw.getInputStream(), turn));
        } finally {
            origins.computeIfPresent(name, (_, there) -> there.visitors().decrementAndGet() == 0 ? null : there);
        }
    }

    /// When one handshake may work. One thread; it is closed when the handshake is done.
    static final class Turn implements AutoCloseable {
        private final Semaphore ofOrigin;
        private final Semaphore ofAll;
        private boolean working;
        private boolean over;

        private Turn(Semaphore ofOrigin, Semaphore ofAll) {
            this.ofOrigin = ofOrigin;
            this.ofAll = ofAll;
        }

        /// Waits until it may work.
        void take() throws InterruptedException {
            ofOrigin.acquire();
            try {
                ofAll.acquire();
                working = true;
            } finally {
                if (!working) {
                    ofOrigin.release();
                }
            }
        }

        /// It waits for its other side.
        void give() {
            if (working) {
                working = false;
                ofAll.release();
                ofOrigin.release();
            }
        }

        /// Whether the handshake is done.
        boolean isOver() {
            return over;
        }

        @Override
        public void close() {
            give();
            over = true;
        }
    }
}
