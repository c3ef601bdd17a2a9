package wifisetup.network.bus;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wifisetup.loop.Timer;
import wifisetup.message.Message;
import wifisetup.network.Failure;
import wifisetup.network.WifiException;

/// The requests that take their time: each is performed on a virtual thread, changes one after the other, and answered
/// exactly once, whatever happens. Any thread may add one.
final class Errands implements AutoCloseable {
    /// Longer than anything takes that comes to an end: of a join two refusals, 25 s each, 45 s of DHCP and the check
    /// for the internet, behind a change of backend. Whoever still waits then is told so.
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final System.Logger LOG = System.getLogger(Errands.class.getName());

    private final RequestPerformer performer;
    private final Consumer<? super Message> answers;
    private final Timer timer;
    private final Set<OpenRequest> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable OpenRequest> newestJoin = new AtomicReference<>();
    private final ExecutorService changes = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("network-change").factory());
    private final ExecutorService looks = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("network-look-", 0).factory());
    private final ExecutorService readings = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("network-saved").factory());
    private final SharedLook scan;
    private final SharedLook check;

    /// Errands whose answers go to `answers`, which must not block.
    Errands(RequestPerformer performer, Consumer<? super Message> answers, Timer timer) {
        this.performer = performer;
        this.answers = answers;
        this.timer = timer;
        this.scan = new SharedLook(() -> performer.look(new NetworkRequest.Scan()));
        this.check = new SharedLook(() -> performer.look(new NetworkRequest.CheckConnectivity()));
    }

    /// Looks, beside everything else. One scan at a time answers all who wait for one; so does one check of the
    /// connectivity.
    void look(Message message, NetworkRequest.Look look) {
        var request = new OpenRequest(message, look, answers);
        switch (look) {
            case NetworkRequest.Scan _ -> share(request, scan.join());
            case NetworkRequest.CheckConnectivity _ -> share(request, check.join());
            // What was saved a moment ago must be in the answer: none of those who wait shares another's.
            case NetworkRequest.GetSaved _ -> begin(readings, request, _ -> performer.look(look));
        }
    }

    /// Performs `change` after those that came before. A join takes the place of an older one, which ends.
    void perform(Message message, NetworkRequest.Change change) {
        var request = new OpenRequest(message, change, answers);
        if (change instanceof NetworkRequest.Join) {
            var older = newestJoin.getAndSet(request);
            if (older != null) {
                older.giveUp(new Failure.Cancelled());
            }
        }
        begin(changes, request, asked -> performer.perform(change, asked.cancellation()));
    }

    /// Ends everything; whoever waits is answered before this returns.
    @Override
    public void close() {
        changes.shutdown();
        looks.shutdown();
        readings.shutdown();
        // First the answers: a change that is answered already does not begin when the one before it ends.
        open.forEach(request -> request.answer(Answer.failed(request.request(), new Failure.Cancelled())));
        open.forEach(request -> request.cancellation().cancel());
        changes.shutdownNow();
        looks.shutdownNow();
        readings.shutdownNow();
    }

    private void share(OpenRequest request, SharedLook.Part part) {
        begin(looks, request, asked -> part.see(asked.cancellation()));
    }

    private void begin(Executor on, OpenRequest request, Work work) {
        open.add(request);
        var patience = timer.after(PATIENCE, () -> tooLate(request));
        try {
            on.execute(() -> {
                try {
                    if (!request.isAnswered()) {
                        request.answer(outcome(request, work));
                    }
                } finally {
                    patience.cancel();
                    forget(request);
                }
            });
        } catch (RejectedExecutionException closed) {
            patience.cancel();
            request.giveUp(new Failure.Cancelled());
            forget(request);
        }
    }

    /// A request may hold a password: nothing keeps it longer than the work on it lasts.
    private void forget(OpenRequest request) {
        open.remove(request);
        newestJoin.compareAndSet(request, null);
    }

    private static Answer outcome(OpenRequest request, Work work) {
        try {
            return work.on(request);
        } catch (WifiException expected) {
            if (!request.isAnswered()) {
                LOG.log(
                        Level.INFO,
                        "{0}: {1}",
                        request.type(),
                        expected.failure().reason());
            }
            LOG.log(Level.DEBUG, request.type(), expected);
            return Answer.failed(request.request(), expected.failure());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Answer.failed(request.request(), new Failure.Cancelled());
        } catch (Throwable unforeseen) {
            // Errors too: whoever asked would wait for ever. The name alone: the text is for the log, not for the bus.
            LOG.log(Level.ERROR, "not done: " + request.type(), unforeseen);
            return Answer.failed(
                    request.request(), new Failure.Other(unforeseen.getClass().getSimpleName()));
        }
    }

    private static void tooLate(OpenRequest request) {
        if (!request.isAnswered()) {
            LOG.log(Level.WARNING, "{0} comes to no end: given up", request.type());
            request.giveUp(new Failure.TimedOut());
        }
    }

    @FunctionalInterface
    private interface Work {
        Answer on(OpenRequest request) throws WifiException, InterruptedException;
    }
}
