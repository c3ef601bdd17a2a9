package wifisetup.setup;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import wifisetup.hotspot.HotspotRequest.Target;
import wifisetup.join.JoinEffect;
import wifisetup.join.JoinEvent;

/// The set-up on this device's own panel, as a registered client like any other: it registers, it opens when it is
/// activated and closes when it is deactivated.
///
/// A client that registers on the bus under its name takes its place; when that one is gone, it registers again.
/// Called by the set-up loop's observer, one state after the other.
public final class OnDeviceClient implements Consumer<SetupState> {
    /// The name of the Python client whose part it plays.
    public static final String NAME = "ovos-PHAL-plugin-gui-network-client";

    private static final Registration REGISTRATION =
            Registration.of(NAME, ClientType.ON_DEVICE, "On Device Setup", true, true);

    private final Consumer<? super SetupEvent> setup;
    private final Consumer<? super JoinEvent> join;
    private final InstantSource clock;
    private volatile Optional<Client> registered = Optional.empty();
    private volatile Optional<Target> resumption = Optional.empty();
    private volatile boolean open;
    private volatile boolean online;

    /// A client that speaks to the registry by `setup` and to the course on the panel by `join`.
    public OnDeviceClient(Consumer<? super SetupEvent> setup, Consumer<? super JoinEvent> join, InstantSource clock) {
        this.setup = setup;
        this.join = join;
        this.clock = clock;
    }

    @Override
    public void accept(SetupState state) {
        registered = state.client(NAME);
        if (registered.isEmpty()) {
            setup.accept(new SetupEvent.Register(Asker.SELF, REGISTRATION, ClientId.random(), true, clock.instant()));
        }
        boolean active = state.active().filter(OnDeviceClient::isOurs).isPresent();
        if (active && !open) {
            var chosen = resumption;
            resumption = Optional.empty();
            join.accept(chosen.<JoinEvent>map(target -> new JoinEvent.Resumed(target.id(), target.hidden()))
                    .orElseGet(JoinEvent.Opened::new));
        }
        if (!active && open) {
            join.accept(state.announced() instanceof Online.Yes ? new JoinEvent.Finished() : new JoinEvent.Closed());
        }
        if (state.active().isEmpty()) {
            resumption = Optional.empty();
        }
        open = active;
        online = state.network().isOnline();
    }

    /// Whether a client is this one, and not one of the bus that took its place.
    public static boolean isOurs(Client client) {
        return client.builtIn() && client.name().equals(NAME);
    }

    /// The person comes back from a phone, to the network that was chosen here before, if one was. Any thread.
    void comeBack(Optional<Target> target) {
        resumption = target;
        registered.ifPresent(client -> setup.accept(new SetupEvent.SetActive(Asker.SELF, NAME, client.id())));
    }

    /// The person leaves the set-up on the panel: with the device online it is over, else the choice is back. Any
    /// thread.
    public void leave(JoinEffect.Leave leave) {
        setup.accept(new SetupEvent.RemoveActive(Asker.SELF, Optional.of(NAME)));
        if (!leave.finished() && !online) {
            setup.accept(new SetupEvent.UserActivated(Asker.PANEL));
        }
    }

    /// Somebody on the bus says that the person leaves (`ovos.phal.gui.network.client.back`). Any thread.
    public void back() {
        if (open) {
            leave(new JoinEffect.Leave(false));
        }
    }
}
