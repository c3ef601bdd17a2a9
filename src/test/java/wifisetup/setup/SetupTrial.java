package wifisetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wifisetup.network.Adapter;
import wifisetup.network.Connectivity;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Ssid;
import wifisetup.network.Wire;

/// Takes a [SetupMachine] through events, and keeps what the last ones led to.
final class SetupTrial {
    static final String BOOT = "boot-1";
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration GRACE = Duration.ofSeconds(45);
    static final Duration CLOCK_WAIT = Duration.ofSeconds(3);

    /// Somebody on the bus.
    static final Asker STRANGER = new Asker() {};

    static final NetworkStatus OFFLINE = status(new Link.Down(), Wire.DOWN, Connectivity.NONE, 0);
    static final NetworkStatus OFFLINE_BUT_SAVED = status(new Link.Down(), Wire.DOWN, Connectivity.NONE, 2);
    static final NetworkStatus CABLE_IS_IN = status(new Link.Down(), Wire.JOINING, Connectivity.NONE, 0);
    static final NetworkStatus WIRED = status(new Link.Down(), Wire.UP, Connectivity.LIMITED, 0);
    static final NetworkStatus ONLINE = status(
            new Link.Up(Ssid.of("Home"), List.of("192.0.2.7"), Optional.of("192.0.2.1")),
            Wire.DOWN,
            Connectivity.FULL,
            1);

    static final Client PHONE = client("phone", ClientType.REMOTE, true, false);
    static final Client TOUCH = client("touch", ClientType.ON_DEVICE, true, true);

    private final SetupMachine machine;
    private final List<SetupEffect> effects = new ArrayList<>();
    private SetupState state;

    private SetupTrial(SetupRules rules, Memory memory) {
        this.machine = new SetupMachine(rules);
        this.state = SetupState.initial(memory);
    }

    /// A device with a panel that was never set up.
    static SetupTrial withPanel() {
        return with(true, true, Memory.NEW_DEVICE);
    }

    /// A device that nobody can touch.
    static SetupTrial headless() {
        return with(false, true, Memory.NEW_DEVICE);
    }

    static SetupTrial with(boolean panel, boolean autoSetup, Memory memory) {
        return new SetupTrial(new SetupRules(panel, autoSetup, GRACE, CLOCK_WAIT), memory);
    }

    /// What happens; what earlier events led to is forgotten.
    SetupTrial when(SetupEvent... events) {
        effects.clear();
        for (SetupEvent event : events) {
            var step = machine.next(state, event);
            state = step.state();
            effects.addAll(step.effects());
        }
        return this;
    }

    SetupState state() {
        return state;
    }

    List<SetupEffect> effects() {
        return List.copyOf(effects);
    }

    /// What everybody was told, in order.
    List<Announcement> said() {
        return effects.stream()
                .filter(SetupEffect.Announce.class::isInstance)
                .map(SetupEffect.Announce.class::cast)
                .flatMap(announce -> announce.announcements().stream())
                .toList();
    }

    List<String> logged() {
        return effects.stream()
                .filter(SetupEffect.Log.class::isInstance)
                .map(effect -> ((SetupEffect.Log) effect).message())
                .toList();
    }

    List<Duration> timers() {
        return effects.stream()
                .filter(SetupEffect.StartTimer.class::isInstance)
                .map(effect -> ((SetupEffect.StartTimer) effect).delay())
                .toList();
    }

    SetupEvent newestTimerRunsOut() {
        return new SetupEvent.TimeUp(state.timers());
    }

    static SetupEvent started() {
        return new SetupEvent.Started(BOOT);
    }

    static SetupEvent network(NetworkStatus status) {
        return new SetupEvent.NetworkChanged(status);
    }

    static SetupEvent standing(Standing standing) {
        return new SetupEvent.StandingChanged(standing);
    }

    static SetupEvent register(Client client) {
        return register(STRANGER, client);
    }

    static SetupEvent register(Asker asker, Client client) {
        return new SetupEvent.Register(
                asker,
                Registration.of(
                        client.name(), client.type(), client.displayText(), client.hasGui(), client.requiresInput()),
                client.id(),
                client.builtIn(),
                NOW);
    }

    static SetupEvent activate(Client client) {
        return new SetupEvent.SetActive(STRANGER, client.name(), client.id());
    }

    static SetupEvent select(Asker asker, Client client) {
        return new SetupEvent.Select(asker, client.name(), client.id());
    }

    static Announcement.Activate activated(Client client) {
        return new Announcement.Activate(client.id());
    }

    static Announcement.Deactivate deactivated(Client client) {
        return new Announcement.Deactivate(client.id());
    }

    static Client client(String name, ClientType type, boolean hasGui, boolean requiresInput) {
        return new Client(new ClientId("id-of-" + name), name, type, "Set up by " + name, hasGui, requiresInput, false);
    }

    private static NetworkStatus status(Link link, Wire wire, Connectivity connectivity, int saved) {
        return new NetworkStatus(new Adapter.Ready("wlan0", "02:00:00:00:00:01"), link, wire, connectivity, saved);
    }
}
