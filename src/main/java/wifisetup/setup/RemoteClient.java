package wifisetup.setup;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import wifisetup.hotspot.Departure;
import wifisetup.hotspot.HandoffEvent;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.hotspot.HotspotRequest.Target;

/// The set-up with a phone, as a registered client like any other: it registers, it opens the hotspot when it is
/// activated and closes it when it is deactivated.
///
/// A client that registers on the bus under its name takes its place; when that one is gone, it registers again.
/// Called by the set-up loop's observer, one state after the other.
public final class RemoteClient implements Consumer<SetupState> {
    /// The name of the Python client whose part it plays.
    public static final String NAME = "ovos-PHAL-plugin-balena-wifi";

    private static final Registration REGISTRATION =
            Registration.of(NAME, ClientType.REMOTE, "On Mobile Setup", true, false);

    private final Consumer<? super SetupEvent> setup;
    private final Consumer<? super HandoffEvent> handoff;
    private final Function<? super Optional<Target>, HotspotRequest> requests;
    private final Function<? super HotspotEnd, String> words;
    private final OnDeviceClient onDevice;
    private final InstantSource clock;
    private volatile Optional<Client> registered = Optional.empty();
    private volatile Origin origin = new Origin.Elsewhere();
    private volatile boolean open;
    private volatile boolean online;

    /// Where the hotspot was asked for.
    private sealed interface Origin {
        /// On the selection screen, on the bus, or by nobody.
        record Elsewhere() implements Origin {}

        /// In the set-up on the panel, where the person goes back to.
        record Panel(Optional<Target> target) implements Origin {}
    }

    /// A client that speaks to the registry by `setup` and to the hand-off by `handoff`.
    ///
    /// @param requests makes a new session, for that network if one was chosen
    /// @param words says to people why a hand-off gave up
    /// @param onDevice whose person may go on with a phone, and come back
    public RemoteClient(
            Consumer<? super SetupEvent> setup,
            Consumer<? super HandoffEvent> handoff,
            Function<? super Optional<Target>, HotspotRequest> requests,
            Function<? super HotspotEnd, String> words,
            OnDeviceClient onDevice,
            InstantSource clock) {
        this.setup = setup;
        this.handoff = handoff;
        this.requests = requests;
        this.words = words;
        this.onDevice = onDevice;
        this.clock = clock;
    }

    @Override
    public void accept(SetupState state) {
        registered = state.client(NAME);
        if (registered.isEmpty()) {
            setup.accept(new SetupEvent.Register(Asker.SELF, REGISTRATION, ClientId.random(), true, clock.instant()));
        }
        online = state.network().isOnline();
        boolean active = state.active().filter(RemoteClient::isOurs).isPresent();
        if (active && !open) {
            var target = origin instanceof Origin.Panel(var chosen) ? chosen : Optional.<Target>empty();
            handoff.accept(new HandoffEvent.Opened(requests.apply(target)));
        }
        if (!active && open) {
            origin = new Origin.Elsewhere();
            handoff.accept(
                    state.announced() instanceof Online.Yes ? new HandoffEvent.Finished() : new HandoffEvent.Closed());
        }
        if (state.active().isEmpty()) {
            // What was wanted at the panel is over, also if somebody else got the work.
            origin = new Origin.Elsewhere();
        }
        if (state.active().filter(OnDeviceClient::isOurs).isPresent()) {
            // Whoever goes on at the panel has seen it.
            handoff.accept(new HandoffEvent.Dismissed());
        }
        open = active;
    }

    /// Whether a client is this one, and not one of the bus that took its place.
    public static boolean isOurs(Client client) {
        return client.builtIn() && client.name().equals(NAME);
    }

    /// The person at the panel wants to go on with a phone, perhaps with a network that is chosen already. Any thread.
    public void takeOver(Optional<Target> target) {
        origin = new Origin.Panel(target);
        registered.ifPresent(client -> setup.accept(new SetupEvent.SetActive(Asker.SELF, NAME, client.id())));
    }

    /// The hand-off leaves by itself. Any thread.
    public void leave(Departure departure) {
        switch (departure) {
            case Departure.Completed _, Departure.Yielded _ -> resign();
            case Departure.Stopped _ -> stopped();
            case Departure.GaveUp(var end) ->
                setup.accept(new SetupEvent.ClientFailed(Asker.SELF, Optional.of(NAME), words.apply(end)));
        }
    }

    private void stopped() {
        if (!open) {
            // A second tap: the first one has led somewhere else already.
            return;
        }
        switch (origin) {
            case Origin.Panel(var target) -> onDevice.comeBack(target);
            case Origin.Elsewhere _ -> {
                resign();
                if (!online) {
                    setup.accept(new SetupEvent.UserActivated(Asker.PANEL));
                }
            }
        }
    }

    private void resign() {
        setup.accept(new SetupEvent.RemoveActive(Asker.SELF, Optional.of(NAME)));
    }
}
