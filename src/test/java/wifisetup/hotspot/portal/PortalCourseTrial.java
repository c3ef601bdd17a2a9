package wifisetup.hotspot.portal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wifisetup.hotspot.HotspotState;
import wifisetup.hotspot.portal.PortalEffect.OfRadio;
import wifisetup.hotspot.portal.PortalState.Stage;
import wifisetup.network.Adapter;
import wifisetup.network.Band;
import wifisetup.network.Connectivity;
import wifisetup.network.Credentials;
import wifisetup.network.JoinRequest;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.Wire;
import wifisetup.secret.Secret;

/// Takes a [PortalMachine] through events, and keeps what the last ones led to.
final class PortalCourseTrial {
    static final URI PAGE = URI.create("http://192.168.42.1/");
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final PortalRules RULES = PortalRules.DEFAULT;

    static final NetworkId HOME = new NetworkId(Ssid.of("HomeNet"), Security.WPA2);
    static final List<Network> AIR = List.of(new Network(HOME, 70, Band.GHZ_2_4, false, false, Optional.empty()));
    static final JoinRequest JOIN =
            new JoinRequest(HOME, new Credentials.Passphrase(new Secret("correct-horse")), false);
    static final Link.Up UP = new Link.Up(HOME.ssid(), List.of("192.0.2.7"), Optional.of("192.0.2.1"));
    static final Joined JOINED = new Joined(UP, Connectivity.FULL);

    static final NetworkStatus OFFLINE = status(new Link.Down(), Wire.DOWN, 0);
    static final NetworkStatus SAVED = status(new Link.Down(), Wire.DOWN, 2);
    static final NetworkStatus WIRED = status(new Link.Down(), Wire.UP, 0);

    private final PortalMachine machine;
    private final List<PortalEffect> effects = new ArrayList<>();
    private PortalState state = PortalState.initial(NOW);

    PortalCourseTrial(PortalRules rules) {
        machine = new PortalMachine(rules, PAGE);
    }

    /// A session whose access point is open, on a device with that connection.
    static PortalCourseTrial open(NetworkStatus status) {
        var trial = new PortalCourseTrial(RULES)
                .when(
                        new PortalEvent.StatusChanged(status),
                        new PortalEvent.Started(),
                        new PortalEvent.Searched(AIR, NOW));
        return trial.when(new PortalEvent.Opened());
    }

    static PortalCourseTrial open() {
        return open(OFFLINE);
    }

    static NetworkStatus status(Link link, Wire wire, int saved) {
        return new NetworkStatus(new Adapter.Ready("wlan0", "02:00:00:00:00:01"), link, wire, Connectivity.NONE, saved);
    }

    /// What happens; what earlier events led to is forgotten.
    PortalCourseTrial when(PortalEvent... events) {
        effects.clear();
        for (PortalEvent event : events) {
            var step = machine.next(state, event);
            state = step.state();
            effects.addAll(step.effects());
        }
        return this;
    }

    /// The newest timer of the last events, or of that length, is up.
    PortalCourseTrial after(Duration delay) {
        return when(new PortalEvent.TimeUp(timer(delay)));
    }

    /// The number of the newest timer of that length that the last events began.
    long timer(Duration delay) {
        return effects.stream()
                .filter(effect -> effect instanceof PortalEffect.StartTimer timer
                        && timer.delay().equals(delay))
                .mapToLong(effect -> ((PortalEffect.StartTimer) effect).timer())
                .max()
                .orElseThrow(() -> new AssertionError("no timer of " + delay + " among " + effects));
    }

    PortalState state() {
        return state;
    }

    Stage stage() {
        return state.stage();
    }

    List<PortalEffect> effects() {
        return List.copyOf(effects);
    }

    /// What the radio is asked for.
    List<OfRadio> radio() {
        return effects.stream()
                .filter(OfRadio.class::isInstance)
                .map(OfRadio.class::cast)
                .toList();
    }

    List<HotspotState> told() {
        return effects.stream()
                .filter(PortalEffect.Tell.class::isInstance)
                .map(effect -> ((PortalEffect.Tell) effect).state())
                .toList();
    }

    List<PortalEffect.Answer> answers() {
        return effects.stream()
                .filter(PortalEffect.Answer.class::isInstance)
                .map(PortalEffect.Answer.class::cast)
                .toList();
    }
}
