package wifisetup.network;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import wifisetup.loop.Cancellation;

/// A [Wifi] behind which another one can take the place of the present one. Who observes it goes on observing:
/// in between the adapter is [Adapter.Starting].
public final class SwitchableWifi implements Wifi {
    private static final System.Logger LOG = System.getLogger(SwitchableWifi.class.getName());

    /// How long a join may take to end when it is cancelled because its backend goes.
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final ReentrantLock turn = new ReentrantLock();
    private final ExecutorService news = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("wifi-news").factory());
    private volatile Term present;
    private boolean closed;

    // These belong to the thread of the news.
    private final List<Consumer<? super NetworkStatus>> observers = new ArrayList<>();
    private NetworkStatus shown = NetworkStatus.UNKNOWN;

    /// Begins with `first`, which it closes in the end.
    public SwitchableWifi(Wifi first) {
        present = new Term(first);
        follow(present);
    }

    /// Puts `next` in the place of the present one, which is closed; a join by that one ends with
    /// [Failure.Cancelled], and its trial before the next one can join anything. It blocks until that is so, 3 s and
    /// the time of closing at most.
    public void switchTo(Wifi next) {
        turn.lock();
        try {
            if (closed) {
                next.close();
                return;
            }
            var former = present;
            tell(() -> show(NetworkStatus.UNKNOWN));
            former.end();
            former.wifi.close();
            present = new Term(next);
            follow(present);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void observe(Consumer<? super NetworkStatus> observer) {
        tell(() -> {
            observers.add(observer);
            show(observer, shown);
        });
    }

    @Override
    public List<Network> networks() throws WifiException {
        return present.wifi.networks();
    }

    @Override
    public List<Network> scan(List<Ssid> hidden) throws WifiException, InterruptedException {
        return present.wifi.scan(hidden);
    }

    @Override
    public JoinOutcome join(JoinRequest request, Cancellation cancellation, Consumer<? super JoinStage> progress)
            throws InterruptedException {
        return present.join(request, cancellation, progress);
    }

    @Override
    public boolean canReturn() throws WifiException {
        return present.wifi.canReturn();
    }

    @Override
    public TrialOutcome joinOnTrial(
            JoinRequest request,
            Duration limit,
            Cancellation cancellation,
            Consumer<? super JoinStage> progress,
            Consumer<? super Checkpoint.End> end)
            throws InterruptedException {
        return present.joinOnTrial(request, limit, cancellation, progress, end);
    }

    @Override
    public void disconnect(Ssid ssid) throws WifiException {
        present.wifi.disconnect(ssid);
    }

    @Override
    public List<SavedNetwork> saved() throws WifiException {
        return present.wifi.saved();
    }

    @Override
    public void change(ProfileId profile, NetworkSettings settings) throws WifiException {
        present.wifi.change(profile, settings);
    }

    @Override
    public int forget(Ssid ssid) throws WifiException {
        return present.wifi.forget(ssid);
    }

    @Override
    public void turnOn() throws WifiException {
        present.wifi.turnOn();
    }

    @Override
    public void setCountry(Country country) throws WifiException {
        present.wifi.setCountry(country);
    }

    @Override
    public Optional<String> connectivityPage() throws WifiException {
        return present.wifi.connectivityPage();
    }

    @Override
    public Connectivity checkConnectivity() throws WifiException {
        return present.wifi.checkConnectivity();
    }

    @Override
    public void close() {
        turn.lock();
        try {
            if (!closed) {
                closed = true;
                // A join under way is undone while that is still possible.
                present.end();
                present.wifi.close();
                news.shutdown();
            }
        } finally {
            turn.unlock();
        }
    }

    private void follow(Term term) {
        term.wifi.observe(status -> tell(() -> {
            if (term == present && !term.ending) {
                show(status);
            }
        }));
    }

    private void show(NetworkStatus status) {
        if (!status.equals(shown)) {
            shown = status;
            observers.forEach(observer -> show(observer, status));
        }
    }

    private static void show(Consumer<? super NetworkStatus> observer, NetworkStatus status) {
        try {
            observer.accept(status);
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "an observer of the network failed", failure);
        }
    }

    private void tell(Runnable task) {
        try {
            news.execute(task);
        } catch (RejectedExecutionException _) {
            LOG.log(Level.TRACE, "the network is closed");
        }
    }

    /// The time in which one backend runs the radio.
    private static final class Term {
        private final Wifi wifi;
        private final Map<Cancellation, CompletableFuture<Void>> joins = new ConcurrentHashMap<>();
        private volatile boolean ending;

        Term(Wifi wifi) {
            this.wifi = wifi;
        }

        JoinOutcome join(JoinRequest request, Cancellation cancellation, Consumer<? super JoinStage> progress)
                throws InterruptedException {
            var outcome = during(cancellation, either -> wifi.join(request, either, progress));
            return switch (outcome.orElseGet(Failure.Cancelled::new)) {
                case Joined joined -> joined;
                case Failure failure -> ending ? new Failure.Cancelled() : failure;
            };
        }

        TrialOutcome joinOnTrial(
                JoinRequest request,
                Duration limit,
                Cancellation cancellation,
                Consumer<? super JoinStage> progress,
                Consumer<? super Checkpoint.End> end)
                throws InterruptedException {
            var outcome = during(cancellation, either -> wifi.joinOnTrial(request, limit, either, progress, end));
            return outcome.orElseGet(() -> new TrialOutcome.Failed(new Failure.Cancelled()));
        }

        /// Lets a join happen that is cancelled when the term ends; nothing if it has ended.
        private <T> Optional<T> during(Cancellation cancellation, Joining<T> joining) throws InterruptedException {
            var either = new Cancellation();
            var ended = new CompletableFuture<Void>();
            joins.put(either, ended);
            cancellation.onCancel(either::cancel);
            try {
                // In this order: either the end of the term sees this join, or this join sees the end.
                return ending ? Optional.empty() : Optional.of(joining.until(either));
            } finally {
                joins.remove(either);
                ended.complete(null);
            }
        }

        /// Lets nothing begin any more, and ends the joins under way.
        void end() {
            ending = true;
            joins.keySet().forEach(Cancellation::cancel);
            try {
                CompletableFuture.allOf(joins.values().toArray(CompletableFuture[]::new))
                        .get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stuck) {
                LOG.log(Level.WARNING, "a join does not end within {0}", FAREWELL);
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }

        /// A join of some kind.
        private interface Joining<T> {
            T until(Cancellation cancellation) throws InterruptedException;
        }
    }
}
