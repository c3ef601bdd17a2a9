package wifisetup.loop;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Runs one [Machine]: events go in from any thread, are handled one at a time on the loop's own thread, and each new
/// state is shown to the observers in order.
///
/// Effects run on virtual threads, beside each other, except those marked [InOrder], which run one after the other.
/// An effect that throws never vanishes: the failure rule given to the constructor makes an event of it.
public final class Loop<S, E, F> implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Loop.class.getName());

    private final String name;
    private final Machine<S, E, F> machine;
    private final Effects<F, E> effects;
    private final BiFunction<F, Throwable, E> onFailure;
    private final ExecutorService events;
    private final ExecutorService ordered;
    private final ExecutorService unordered;
    private final List<Observer<S>> observers = new CopyOnWriteArrayList<>();
    private volatile S state;

    /// A loop that waits for its first event.
    ///
    /// @param name the name of its thread
    /// @param onFailure what the machine is told when an effect throws
    public Loop(
            String name,
            Machine<S, E, F> machine,
            S initial,
            Effects<F, E> effects,
            BiFunction<F, Throwable, E> onFailure) {
        this.name = name;
        this.machine = machine;
        this.state = initial;
        this.effects = effects;
        this.onFailure = onFailure;
        this.events = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        this.ordered = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name(name + "-ordered").factory());
        this.unordered = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-effect-", 0).factory());
    }

    /// Gives the machine an event. Returns at once; after [#close] the event is dropped.
    public void submit(E event) {
        run(events, () -> handle(event));
    }

    /// The state of this moment.
    public S state() {
        return state;
    }

    /// Shows `consumer` the present state and then each other one, in order, through `on`.
    public void observe(Executor on, Consumer<? super S> consumer) {
        run(events, () -> {
            var observer = new Observer<S>(on, consumer);
            observers.add(observer);
            show(observer, state);
        });
    }

    /// Ends the loop: no further event is handled, effects under way are interrupted.
    @Override
    public void close() {
        events.shutdownNow();
        ordered.shutdownNow();
        unordered.shutdownNow();
    }

    private void handle(E event) {
        try {
            var before = state;
            var step = machine.next(before, event);
            state = step.state();
            for (F effect : step.effects()) {
                run(effect instanceof InOrder ? ordered : unordered, () -> perform(effect));
            }
            if (!before.equals(step.state())) {
                observers.forEach(observer -> show(observer, step.state()));
            }
        } catch (RuntimeException failure) {
            // The machine's own defect: this event is lost, the state and the loop are not.
            LOG.log(
                    Level.ERROR,
                    name + ": no step for an event of type " + event.getClass().getName(),
                    failure);
        }
    }

    private void perform(F effect) {
        try {
            effects.perform(effect, this::submit);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            submit(onFailure.apply(effect, interrupted));
        } catch (Throwable failure) {
            // Errors too: whoever waits for the answer would wait for ever.
            submit(onFailure.apply(effect, failure));
        }
    }

    private void show(Observer<S> observer, S shown) {
        run(observer.on, () -> {
            try {
                observer.consumer.accept(shown);
            } catch (RuntimeException failure) {
                LOG.log(Level.ERROR, name + ": an observer failed", failure);
            }
        });
    }

    private void run(Executor executor, Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException closed) {
            LOG.log(Level.TRACE, "{0} is closed", name);
        }
    }

    private record Observer<S>(Executor on, Consumer<? super S> consumer) {}
}
