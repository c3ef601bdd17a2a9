package wifisetup.setup.bus;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import wifisetup.bus.BusState;
import wifisetup.bus.MessageBus;
import wifisetup.loop.Timer;
import wifisetup.message.Message;
import wifisetup.setup.Announcement;
import wifisetup.setup.Asker;
import wifisetup.setup.SetupEvent;
import wifisetup.setup.Standing;

/// The registry's place on a message bus: what others ask becomes events, what the registry announces becomes messages.
///
/// On a bus that somebody else serves there may be another registry. So each time such a bus is joined, this asks for
/// the registered clients and keeps silent until nobody has answered for [#NEIGHBOUR_WAIT].
public final class SetupBus {
    /// How long another registry may take to answer.
    static final Duration NEIGHBOUR_WAIT = Duration.ofSeconds(2);

    private static final System.Logger LOG = System.getLogger(SetupBus.class.getName());
    private static final String QUESTION = RequestReader.PREFIX + "get.registered.clients";
    private static final String ANSWER = RequestReader.PREFIX + "registered.clients";

    private final MessageBus bus;
    private final Consumer<? super SetupEvent> setup;
    private final Role role;
    private final String bootId;
    private final InstantSource clock;
    private final Timer timer;

    private static final long NONE = 0;

    /// The number of the question that waits for an answer, or [#NONE]; its timer and an answer race to take it.
    private final AtomicLong open = new AtomicLong(NONE);

    private final AtomicLong questions = new AtomicLong(NONE);

    /// How a registry behaves beside others.
    public enum Role {
        /// It serves unless another one answers.
        AUTO,
        /// It serves.
        SERVE,
        /// It leaves the bus to others.
        ABSTAIN
    }

    /// A place on `bus` for the registry that takes events by `setup`. It hears nothing before [#open()].
    public SetupBus(
            MessageBus bus,
            Consumer<? super SetupEvent> setup,
            Role role,
            String bootId,
            InstantSource clock,
            Timer timer) {
        this.bus = bus;
        this.setup = setup;
        this.role = role;
        this.bootId = bootId;
        this.clock = clock;
        this.timer = timer;
    }

    /// Begins to listen.
    public void open() {
        bus.subscribe(this::received);
        bus.observe(this::changed);
    }

    /// Tells everybody, in this order.
    public void announce(Asker to, List<Announcement> announcements) {
        announcements.forEach(announcement -> bus.publish(AnnouncementWriter.write(to, announcement)));
    }

    private void received(Message message) {
        if (message.type().equals(ANSWER) && open.getAndSet(NONE) != NONE) {
            neighbourAnswered();
            return;
        }
        RequestReader.read(message, bootId, clock.instant())
                .ifPresentOrElse(
                        setup, () -> LOG.log(Level.TRACE, "not for the registry, or incomplete: {0}", message.type()));
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
        setup.accept(new SetupEvent.StandingChanged(role == Role.ABSTAIN ? Standing.PASSIVE : Standing.SERVING));
    }

    private void joined() {
        switch (role) {
            case AUTO -> askForNeighbours();
            case SERVE -> setup.accept(new SetupEvent.StandingChanged(Standing.SERVING));
            case ABSTAIN -> setup.accept(new SetupEvent.StandingChanged(Standing.PASSIVE));
        }
    }

    private void askForNeighbours() {
        long asked = questions.incrementAndGet();
        open.set(asked);
        setup.accept(new SetupEvent.StandingChanged(Standing.ASKING));
        bus.publish(Message.of(QUESTION));
        timer.after(NEIGHBOUR_WAIT, () -> {
            if (open.compareAndSet(asked, NONE)) {
                setup.accept(new SetupEvent.StandingChanged(Standing.SERVING));
            }
        });
    }

    private void neighbourAnswered() {
        LOG.log(Level.WARNING, "another registry of set-up clients serves this bus: this one stays passive");
        setup.accept(new SetupEvent.StandingChanged(Standing.PASSIVE));
    }
}
