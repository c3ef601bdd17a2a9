package wifisetup.setup.bus;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import wifisetup.bus.MessageBus;
import wifisetup.bus.ServicePlace;
import wifisetup.bus.ServiceRole;
import wifisetup.loop.Timer;
import wifisetup.message.Message;
import wifisetup.setup.Announcement;
import wifisetup.setup.Asker;
import wifisetup.setup.SetupEvent;
import wifisetup.setup.Standing;

/// The registry's place on a message bus: what others ask becomes events, what the registry announces becomes messages.
/// While another registry answers there, the machine keeps this one silent.
public final class SetupBus {
    private static final System.Logger LOG = System.getLogger(SetupBus.class.getName());
    private static final String QUESTION = RequestReader.PREFIX + "get.registered.clients";
    private static final String ANSWER = RequestReader.PREFIX + "registered.clients";

    private final MessageBus bus;
    private final Consumer<? super SetupEvent> setup;
    private final ServicePlace place;
    private final String bootId;
    private final InstantSource clock;

    /// A place on `bus` for the registry that takes events by `setup`. It hears nothing before [#open()].
    public SetupBus(
            MessageBus bus,
            Consumer<? super SetupEvent> setup,
            ServiceRole role,
            String bootId,
            InstantSource clock,
            Timer timer) {
        this.bus = bus;
        this.setup = setup;
        this.place = new ServicePlace(bus, timer, role, QUESTION, Set.of(ANSWER), this::stands);
        this.bootId = bootId;
        this.clock = clock;
    }

    /// Begins to listen.
    public void open() {
        bus.subscribe(this::received);
        place.open();
    }

    /// Tells everybody, in this order.
    public void announce(Asker to, List<Announcement> announcements) {
        announcements.forEach(announcement -> bus.publish(AnnouncementWriter.write(to, announcement)));
    }

    private void received(Message message) {
        RequestReader.read(message, bootId, clock.instant())
                .ifPresentOrElse(
                        setup, () -> LOG.log(Level.TRACE, "not for the registry, or incomplete: {0}", message.type()));
    }

    private void stands(ServicePlace.Standing standing) {
        setup.accept(new SetupEvent.StandingChanged(
                switch (standing) {
                    case SERVING -> Standing.SERVING;
                    case ASKING -> Standing.ASKING;
                    case PASSIVE -> Standing.PASSIVE;
                }));
    }
}
