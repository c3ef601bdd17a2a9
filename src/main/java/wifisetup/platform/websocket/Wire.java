package wifisetup.platform.websocket;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wifisetup.loop.Timer;
import wifisetup.platform.ConnectionFailure;
import wifisetup.platform.Limits;

/// One WebSocket connection: whole texts in order in both directions, and the news of its end, once. Any thread.
final class Wire implements WebSocket.Listener {
    private static final System.Logger LOG = System.getLogger(Wire.class.getName());

    /// The largest text that is taken: 1 MiB. Commands are a thousand times smaller.
    private static final int MOST_CHARACTERS = 1 << 20;

    private static final int LEAVE_MILLIS = 400;

    private final Consumer<String> texts;
    private final Consumer<ConnectionFailure> ends;
    private final Liveness liveness;
    private final StringBuilder incoming = new StringBuilder();
    private final ReentrantLock sending = new ReentrantLock();
    private final Deque<String> outgoing = new ArrayDeque<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private boolean busy;
    private boolean tooLong;
    private volatile @Nullable WebSocket socket;

    /// @param texts is told each text
    /// @param ends is told once why the connection is over, unless we have ended it
    Wire(Timer timer, Limits limits, Consumer<String> texts, Consumer<ConnectionFailure> ends) {
        this.texts = texts;
        this.ends = ends;
        this.liveness =
                new Liveness(timer, limits, this::ping, () -> end(new ConnectionFailure.Lost("no answer to a ping")));
    }

    /// Sends `text` behind what was sent before; returns at once.
    void send(String text) {
        sending.lock();
        try {
            outgoing.add(text);
            if (busy) {
                return;
            }
            busy = true;
        } finally {
            sending.unlock();
        }
        sendNext();
    }

    /// Takes leave, for half a second at most.
    void leave() {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        liveness.end();
        var connection = socket;
        if (connection == null) {
            return;
        }
        try {
            connection.sendClose(WebSocket.NORMAL_CLOSURE, "").get(LEAVE_MILLIS, TimeUnit.MILLISECONDS);
            closed.get(LEAVE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unanswered) {
            LOG.log(System.Logger.Level.DEBUG, "the platform did not take leave", unanswered);
        }
        connection.abort();
    }

    /// Breaks the connection, for that reason.
    void end(ConnectionFailure why) {
        if (over.compareAndSet(false, true)) {
            liveness.end();
            var connection = socket;
            if (connection != null) {
                connection.abort();
            }
            ends.accept(why);
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        if (over.get()) {
            opened.abort();
            return;
        }
        liveness.heard();
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        liveness.heard();
        if (incoming.length() + part.length() > MOST_CHARACTERS) {
            tooLong = true;
            incoming.setLength(0);
        }
        if (!tooLong) {
            incoming.append(part);
        }
        if (last) {
            String text = incoming.toString();
            incoming.setLength(0);
            if (tooLong) {
                LOG.log(System.Logger.Level.WARNING, "a text of more than {0} characters is skipped", MOST_CHARACTERS);
                tooLong = false;
            } else if (!over.get()) {
                texts.accept(text);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        liveness.heard();
        if (last) {
            LOG.log(System.Logger.Level.WARNING, "a binary frame is skipped: expected text");
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        liveness.heard();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        liveness.heard();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(null);
        end(new ConnectionFailure.Lost("closed with code " + code + (reason.isEmpty() ? "" : ": " + reason)));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(null);
        end(new ConnectionFailure.Lost(String.valueOf(error.getMessage())));
    }

    private void ping() {
        var connection = socket;
        if (connection != null) {
            var _ = connection.sendPing(ByteBuffer.allocate(0));
        }
    }

    /// The JDK's socket takes one text at a time.
    private void sendNext() {
        var connection = socket;
        while (connection != null && !over.get()) {
            String next;
            sending.lock();
            try {
                if (outgoing.isEmpty()) {
                    busy = false;
                    return;
                }
                next = outgoing.remove();
            } finally {
                sending.unlock();
            }
            var sent = connection.sendText(next, true);
            if (sent.isCompletedExceptionally()) {
                end(new ConnectionFailure.Lost("a text could not be sent"));
                return;
            }
            if (!sent.isDone()) {
                var _ = sent.whenComplete((_, failure) -> {
                    if (failure == null) {
                        sendNext();
                    } else {
                        end(new ConnectionFailure.Lost("a text could not be sent: " + failure.getMessage()));
                    }
                });
                return;
            }
        }
    }
}
