package wifisetup.device.flux;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import wifisetup.loop.Timer;

/// Serves the device's managers over TLS: each session on a virtual thread of its own.
public final class ManagementServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ManagementServer.class.getName());

    /// How many sessions are open at once, at most: each holds about 100 kB while TLS is at work.
    private static final int MOST_SESSIONS = 256;

    /// How long to wait before the next try where the system lets nobody in.
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final int BACKLOG = 128;

    private final ServerSocket listening;
    private final Session.Entrance entrance;
    private final Timer timer;
    private final Visitors<Socket> visitors = new Visitors<>(MOST_SESSIONS);
    private final ExecutorService sessions = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("lan-session-", 0).factory());

    /// Opens the port on all addresses, IPv4 and IPv6, and begins.
    ///
    /// @throws IOException if the port cannot be had
    ManagementServer(InetSocketAddress address, Session.Entrance entrance, Timer timer) throws IOException {
        this.entrance = entrance;
        this.timer = timer;
        this.listening = new ServerSocket();
        try {
            listening.setReuseAddress(true);
            listening.bind(address, BACKLOG);
        } catch (IOException taken) {
            listening.close();
            throw taken;
        }
        Thread.ofVirtual().name("lan-management").start(this::accept);
    }

    /// Where it listens.
    int port() {
        return listening.getLocalPort();
    }

    /// How many sessions are open.
    int open() {
        return visitors.all().size();
    }

    @Override
    public void close() {
        end(listening);
        visitors.all().forEach(ManagementServer::end);
        sessions.shutdownNow();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                visitors.enter(socket.getInetAddress(), socket).ifPresent(ManagementServer::end);
                sessions.execute(() -> serve(socket));
            } catch (RejectedExecutionException closing) {
                return;
            } catch (IOException failed) {
                if (!listening.isClosed()) {
                    // Too many files are open, say: the next visitor may find room again.
                    LOG.log(Level.WARNING, "a manager could not be let in: {0}", failed.getMessage());
                    pause();
                }
            }
        }
    }

    private void pause() {
        var over = new CountDownLatch(1);
        timer.after(PAUSE, over::countDown);
        try {
            over.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket socket) {
        var peer = socket.getInetAddress();
        try (var patience = new Patience(timer, () -> end(socket))) {
            new Session(entrance, socket, patience).run(rank -> visitors.promote(socket, rank));
        } catch (IOException broken) {
            LOG.log(Level.DEBUG, "a session of {0} ended: {1}", peer.getHostAddress(), broken.getMessage());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "a session broke", defect);
        } finally {
            visitors.leave(socket);
            end(socket);
        }
    }

    private static void end(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception stuck) {
            LOG.log(Level.DEBUG, "a socket did not close well", stuck);
        }
    }
}
