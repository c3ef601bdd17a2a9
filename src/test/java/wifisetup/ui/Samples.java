package wifisetup.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wifisetup.join.JoinState;
import wifisetup.join.Listing;
import wifisetup.join.Place;
import wifisetup.network.Adapter;
import wifisetup.network.Band;
import wifisetup.network.Block;
import wifisetup.network.Connectivity;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Obstacle;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.Wire;
import wifisetup.secret.Secret;
import wifisetup.setup.Client;
import wifisetup.setup.ClientId;
import wifisetup.setup.ClientType;
import wifisetup.setup.Consent;
import wifisetup.setup.Memory;
import wifisetup.setup.Online;
import wifisetup.setup.Phase;
import wifisetup.setup.SetupState;
import wifisetup.setup.Standing;

/// States to look at.
final class Samples {
    static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    static final Adapter READY = new Adapter.Ready("wlan0", "02:00:00:00:00:01");
    static final NetworkId CAFE = new NetworkId(Ssid.of("Café: 5G"), Security.WPA2_WPA3);
    static final NetworkId HOME = new NetworkId(Ssid.of("Home sweet home"), Security.WPA2);
    static final NetworkId LONGEST = new NetworkId(Ssid.of("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"), Security.WPA3);
    static final Client PANEL =
            new Client(new ClientId("1"), "panel", ClientType.ON_DEVICE, "On device", true, true, true);
    static final Client PHONE = new Client(
            new ClientId("2"), "phone", ClientType.REMOTE, "Set up with your mobile phone", false, false, false);
    static final Client VOICE = new Client(
            new ClientId("3"), "voice", ClientType.ON_DEVICE, "Speak the password aloud\u202e", true, false, false);
    static final JoinRequest REQUEST =
            new JoinRequest(CAFE, new Credentials.Passphrase(new Secret("correct horse")), false);

    private Samples() {}

    static NetworkStatus offline(Adapter adapter) {
        return new NetworkStatus(adapter, new Link.Down(), Wire.DOWN, Connectivity.NONE, 0);
    }

    static NetworkStatus online() {
        return new NetworkStatus(READY, up(CAFE), Wire.DOWN, Connectivity.FULL, 1);
    }

    static Link.Up up(NetworkId id) {
        return new Link.Up(id.ssid(), List.of("192.168.178.123", "fd00::1234"), Optional.of("192.168.178.1"));
    }

    static SetupState setup(Phase phase, NetworkStatus network, List<Client> clients, Consent consent) {
        var initial = SetupState.initial(new Memory(consent, true, false));
        return new SetupState(
                clients,
                phase,
                initial.memory(),
                network,
                new Online.No(),
                Standing.SERVING,
                initial.failures(),
                0,
                initial.otherScreen());
    }

    static SetupState working(Client client, Adapter adapter) {
        return setup(new Phase.Working(client.id()), offline(adapter), List.of(PANEL, PHONE), new Consent.Wanted());
    }

    static JoinState join(Place place) {
        return new JoinState(
                place,
                networks(),
                new Listing.Complete(NOW.minusSeconds(5)),
                NetworkStatus.UNKNOWN,
                Map.of(CAFE, new Secret("correct horse")),
                1);
    }

    static List<Network> networks() {
        return List.of(
                new Network(CAFE, 92, Band.GHZ_5, true, true, Optional.empty()),
                new Network(HOME, 71, Band.GHZ_2_4, true, false, Optional.empty()),
                new Network(
                        new NetworkId(Ssid.of("Guests"), Security.OPEN),
                        55,
                        Band.GHZ_2_4,
                        false,
                        false,
                        Optional.empty()),
                new Network(LONGEST, 40, Band.GHZ_6, false, false, Optional.empty()),
                new Network(
                        new NetworkId(Ssid.of("University"), Security.ENTERPRISE_192),
                        33,
                        Band.GHZ_5,
                        false,
                        false,
                        Optional.of(Obstacle.SUITE_B)),
                new Network(
                        new NetworkId(Ssid.of("Old box"), Security.WEP),
                        12,
                        Band.GHZ_2_4,
                        false,
                        false,
                        Optional.of(Obstacle.WEP)));
    }

    static List<Network> many(int count) {
        var networks = new ArrayList<Network>();
        for (int i = 0; i < count; i++) {
            networks.add(new Network(
                    new NetworkId(Ssid.of("Network " + (i + 1)), Security.WPA2),
                    100 - i,
                    Band.GHZ_2_4,
                    false,
                    false,
                    Optional.empty()));
        }
        return List.copyOf(networks);
    }

    static View view(SetupState setup, JoinState join) {
        return new View(setup, join, true, List.of());
    }

    static View onPanel(Place place) {
        return view(working(PANEL, READY), join(place));
    }

    static View with(Adapter adapter) {
        return view(working(PANEL, adapter), join(new Place.Choosing()));
    }

    static View listed(List<Network> networks, Listing listing) {
        return view(
                working(PANEL, READY),
                new JoinState(new Place.Choosing(), networks, listing, NetworkStatus.UNKNOWN, Map.of(), 1));
    }

    static View failed(Failure failure) {
        return onPanel(new Place.Failed(REQUEST, failure));
    }

    static View joined(Connectivity connectivity) {
        return onPanel(new Place.Done(REQUEST, new Joined(up(CAFE), connectivity)));
    }

    static View beside(Phase phase, NetworkStatus network, Consent consent) {
        return view(setup(phase, network, List.of(PANEL, PHONE, VOICE), consent), join(new Place.Closed()));
    }

    static View asking(NetworkId id, Optional<Failure> refused) {
        return onPanel(new Place.Asking(id, false, refused));
    }

    /// Every page in each shape it can take, by name.
    static Map<String, View> all() {
        var wanted = new Consent.Wanted();
        var views = new LinkedHashMap<String, View>();
        views.put("select", beside(new Phase.Selecting(Optional.empty()), offline(READY), wanted));
        views.put(
                "select-trouble",
                new View(
                        setup(
                                new Phase.Selecting(Optional.of(new Phase.Trouble("Phone set-up", "hotspot failed"))),
                                offline(READY),
                                List.of(PANEL),
                                wanted),
                        JoinState.INITIAL,
                        true,
                        List.of(Notice.BUS_LOST)));
        views.put(
                "select-nobody",
                view(setup(new Phase.Selecting(Optional.empty()), online(), List.of(), wanted), JoinState.INITIAL));
        views.put("networks", onPanel(new Place.Choosing()));
        views.put("networks-empty", listed(List.of(), new Listing.Scanning()));
        views.put("other", onPanel(new Place.Naming()));
        views.put("password", asking(HOME, Optional.empty()));
        views.put("password-refused", asking(CAFE, Optional.of(new Failure.WrongPassword())));
        views.put("password-longest", asking(LONGEST, Optional.empty()));
        for (var stage : JoinStage.values()) {
            views.put(
                    "connecting-" + stage.name().toLowerCase(Locale.ROOT),
                    onPanel(new Place.Joining(REQUEST, stage, Optional.of(NOW.minusSeconds(7)), false)));
        }
        views.put(
                "connecting-cancelling",
                onPanel(new Place.Joining(
                        REQUEST, JoinStage.GETTING_ADDRESS, Optional.of(NOW.minusSeconds(17)), true)));
        for (var connectivity : Connectivity.values()) {
            views.put("result-" + connectivity.name().toLowerCase(Locale.ROOT), joined(connectivity));
        }
        for (var failure : failures()) {
            views.put("result-" + failure.getClass().getSimpleName(), failed(failure));
        }
        views.put(
                "result-longest",
                onPanel(new Place.Failed(
                        new JoinRequest(LONGEST, new Credentials.None(), false), new Failure.WrongPassword())));
        views.put("problem-starting", with(new Adapter.Starting()));
        views.put("problem-missing", with(new Adapter.Missing()));
        views.put("problem-soft", with(new Adapter.Blocked(Block.SOFTWARE)));
        views.put("problem-hard", with(new Adapter.Blocked(Block.SWITCH)));
        views.put("problem-service", with(new Adapter.Unavailable("no answer from org.freedesktop.NetworkManager")));
        views.put(
                "problem-refused",
                listed(List.of(), new Listing.Failed(new Failure.Denied("org.freedesktop.NetworkManager.wifi.scan"))));
        views.put("elsewhere", view(working(PHONE, READY), JoinState.INITIAL));
        views.put("home", beside(new Phase.Idle(), offline(READY), wanted));
        views.put("home-online", beside(new Phase.Idle(), online(), wanted));
        views.put("home-waiting", beside(new Phase.Grace(1), offline(READY), wanted));
        views.put("home-skipped", beside(new Phase.Idle(), offline(READY), new Consent.Skipped("boot")));
        views.put("home-never", beside(new Phase.Idle(), offline(READY), new Consent.Never()));
        return views;
    }

    static List<Failure> failures() {
        return List.of(
                new Failure.WrongPassword(),
                new Failure.PasswordRequired(),
                new Failure.OutOfRange(),
                new Failure.NoAddress(),
                new Failure.TimedOut(),
                new Failure.Unsupported(Obstacle.SUITE_B),
                new Failure.Denied("org.freedesktop.NetworkManager.settings.modify.system"),
                new Failure.NoAdapter(),
                new Failure.RfKill(Block.SOFTWARE),
                new Failure.RfKill(Block.SWITCH),
                new Failure.Cancelled(),
                new Failure.BackendUnavailable("the bus is gone"),
                new Failure.Other("state 120, reason 1"));
    }
}
