package wifisetup.platform;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A transport without a network: tests say what comes of each attempt, and what of each request.
public final class FakeTransport implements Transport {
    /// The sessions that were opened, in their order.
    public final BlockingQueue<FakeSession> opened = new LinkedBlockingQueue<>();

    /// Our client's side of each attempt that came to the synchronisation, in their order.
    public final BlockingQueue<SessionHost> opening = new LinkedBlockingQueue<>();

    private volatile @Nullable ConnectionFailure failure;
    private volatile CompletableFuture<Void> door = CompletableFuture.completedFuture(null);
    private volatile Function<Request, CompletableFuture<Message>> answering =
            _ -> CompletableFuture.completedFuture(Message.of(Message.OK));
    private final AtomicInteger gateways = new AtomicInteger();
    private volatile boolean closed;

    /// A transport that lets everybody in and confirms everything.
    public FakeTransport() {}

    /// From now on attempts fail for that reason; null: they succeed.
    public void failing(@Nullable ConnectionFailure why) {
        failure = why;
    }

    /// From now on an attempt waits, with the devices in hand, until the result is completed.
    public CompletableFuture<Void> holdingAttempts() {
        var held = new CompletableFuture<Void>();
        door = held;
        return held;
    }

    /// From now on requests are answered so.
    public void answering(Function<Request, CompletableFuture<Message>> how) {
        answering = how;
    }

    /// Whether the client has closed it.
    public boolean isClosed() {
        return closed;
    }

    @Override
    public Session open(SessionHost host) throws TransportException, InterruptedException {
        host.reached(Stage.HANDSHAKE);
        var why = failure;
        if (why != null) {
            throw new TransportException(why, null);
        }
        String gateway = host.gateway().orElseGet(() -> "gateway-" + gateways.incrementAndGet());
        host.gateway(gateway);
        opening.add(host);
        host.reached(Stage.SYNCHRONISING);
        var devices = host.devices();
        try {
            door.get();
        } catch (java.util.concurrent.ExecutionException refused) {
            throw new TransportException(new ConnectionFailure.Lost("held"), refused);
        }
        var session = new FakeSession(host, gateway, devices);
        opened.add(session);
        return session;
    }

    @Override
    public void close() {
        closed = true;
    }

    /// One session, and what it was asked for.
    public final class FakeSession implements Session {
        /// Our client's side.
        public final SessionHost host;
        /// The devices that the platform was told when it opened.
        public final List<DeviceDescription> devices;
        /// What it was asked for, in order.
        public final List<Request> requests = new CopyOnWriteArrayList<>();
        /// The answers that are to come.
        public final List<CompletableFuture<Message>> answers = new CopyOnWriteArrayList<>();

        private final String gateway;
        private volatile boolean over;

        private FakeSession(SessionHost host, String gateway, List<DeviceDescription> devices) {
            this.host = host;
            this.gateway = gateway;
            this.devices = devices;
        }

        /// Breaks it.
        public void lose() {
            over = true;
            var lost = new ConnectionFailure.Lost("pulled");
            answers.forEach(answer -> answer.completeExceptionally(new TransportException(lost, null)));
            host.lost(lost);
        }

        /// Whether it was closed or lost.
        public boolean isOver() {
            return over;
        }

        @Override
        public String gateway() {
            return gateway;
        }

        @Override
        public CompletableFuture<Message> request(Request request) {
            if (over) {
                return CompletableFuture.failedFuture(new TransportException(new ConnectionFailure.Lost("over"), null));
            }
            requests.add(request);
            var answer = answering.apply(request).copy();
            answers.add(answer);
            return answer;
        }

        @Override
        public void close() {
            over = true;
            answers.forEach(answer ->
                    answer.completeExceptionally(new TransportException(new ConnectionFailure.Lost("closed"), null)));
        }
    }
}
