package wifisetup.bus;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import wifisetup.loop.Timer;
import wifisetup.message.Message;

/// The place of a service on a bus where another one of its kind may be.
///
/// On a bus that somebody else serves there may be another one. So each time such a bus is joined, this asks what only
/// the service answers, and the place is free when nobody has answered for [#NEIGHBOUR_WAIT].
public final class ServicePlace {
    /// How long another service may take to answer.
    public static final Duration NEIGHBOUR_WAIT = Duration.ofSeconds(2);

    private static final System.Logger LOG = System.getLogger(ServicePlace.class.getName());
    private static final long NONE = 0;

    private final MessageBus bus;
    private final Timer timer;
    private final ServiceRole role;
    private final String question;
    private final Set<String> answers;
    private final Consumer<? super Standing> told;

    /// The number of the question that waits for an answer, or [#NONE]; its timer and an answer race to take it.
    private final AtomicLong open = new AtomicLong(NONE);

    private final AtomicLong questions = new AtomicLong(NONE);

    /// Whether a service speaks on its bus.
    public enum Standing {
        /// It answers and announces.
        SERVING,
        /// It waits whether another one answers.
        ASKING,
        /// Another one answers, or it was told to keep silent.
        PASSIVE
    }

    /// A place on `bus`. Nothing happens before [#open()].
    ///
    /// @param question the type of a message that each such service answers
    /// @param answers the types of its answers
    /// @param told each standing, on the bus's thread or the timer's; it must not block
    public ServicePlace(
            MessageBus bus,
            Timer timer,
            ServiceRole role,
            String question,
            Set<String> answers,
            Consumer<? super Standing> told) {
        this.bus = bus;
        this.timer = timer;
        this.role = role;
        this.question = question;
        this.answers = Set.copyOf(answers);
        this.told = told;
    }

    /// Begins to look around.
    public void open() {
        bus.subscribe(this::heard);
        bus.observe(this::changed);
    }

    private void heard(Message message) {
        if (answers.contains(message.type()) && open.getAndSet(NONE) != NONE) {
            LOG.log(Level.WARNING, "another service answers {0} on this bus: this one stays passive", question);
            told.accept(Standing.PASSIVE);
        }
    }

    private void changed(BusState state) {
        switch (state) {
            case BusState.Serving _ -> alone();
            case BusState.Connected _ -> joined();
            // Whoever answered there is out of reach: the device must still get its network.
            case BusState.Disconnected _ -> alone();
            case BusState.Connecting _, BusState.Closed _ -> LOG.log(Level.DEBUG, "bus: {0}", state);
        }
    }

    private void alone() {
        open.set(NONE);
        told.accept(role == ServiceRole.ABSTAIN ? Standing.PASSIVE : Standing.SERVING);
    }

    private void joined() {
        switch (role) {
            case AUTO -> ask();
            case SERVE -> told.accept(Standing.SERVING);
            case ABSTAIN -> told.accept(Standing.PASSIVE);
        }
    }

    private void ask() {
        long asked = questions.incrementAndGet();
        open.set(asked);
        told.accept(Standing.ASKING);
        bus.publish(Message.of(question));
        timer.after(NEIGHBOUR_WAIT, () -> {
            if (open.compareAndSet(asked, NONE)) {
                told.accept(Standing.SERVING);
            }
        });
    }
}
