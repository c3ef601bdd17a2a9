package wifisetup.ui.view;

import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import wifisetup.device.Attempt;
import wifisetup.device.Attempts;
import wifisetup.device.ConsentQuestion;
import wifisetup.device.DeviceMemory;
import wifisetup.device.DeviceName;
import wifisetup.device.DeviceState;
import wifisetup.device.Keeping;
import wifisetup.device.LanStanding;
import wifisetup.device.NetworkChange;
import wifisetup.device.NetworkTrial;
import wifisetup.device.PasswordHash;
import wifisetup.device.PlatformLink;
import wifisetup.device.TrustedKey;
import wifisetup.device.UnderWay;
import wifisetup.hotspot.Access;
import wifisetup.hotspot.HandoffState;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.hotspot.HotspotState;
import wifisetup.join.AccountEntry;
import wifisetup.join.AddressEntry;
import wifisetup.join.Cause;
import wifisetup.join.Drafts;
import wifisetup.join.JoinState;
import wifisetup.join.Listing;
import wifisetup.join.Place;
import wifisetup.network.Adapter;
import wifisetup.network.Band;
import wifisetup.network.Block;
import wifisetup.network.Connectivity;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.IpEntry;
import wifisetup.network.IpSettings;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Obstacle;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.Wire;
import wifisetup.secret.Secret;
import wifisetup.setup.Client;
import wifisetup.setup.ClientId;
import wifisetup.setup.ClientType;
import wifisetup.setup.Consent;
import wifisetup.setup.Memory;
import wifisetup.setup.OnDeviceClient;
import wifisetup.setup.Online;
import wifisetup.setup.Phase;
import wifisetup.setup.SetupState;
import wifisetup.setup.Standing;

/// States to look at.
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    public static final Adapter READY = new Adapter.Ready("wlan0", "02:00:00:00:00:01");
    public static final NetworkId CAFE = new NetworkId(Ssid.of("Café: 5G"), Security.WPA2_WPA3);
    public static final NetworkId HOME = new NetworkId(Ssid.of("Home sweet home"), Security.WPA2);
    public static final NetworkId LONGEST = new NetworkId(Ssid.of("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"), Security.WPA3);
    public static final NetworkId WORK = new NetworkId(Ssid.of("Northwind Staff"), Security.ENTERPRISE);
    public static final NetworkId CAMPUS = new NetworkId(Ssid.of("Campus"), Security.ENTERPRISE);
    public static final NetworkId OLD = new NetworkId(Ssid.of("Old box"), Security.WEP);
    public static final Client PANEL =
            new Client(new ClientId("1"), OnDeviceClient.NAME, ClientType.ON_DEVICE, "On device", true, true, true);
    public static final Client PHONE = new Client(
            new ClientId("2"), "phone", ClientType.REMOTE, "Set up with your mobile phone", false, false, false);
    public static final Client VOICE = new Client(
            new ClientId("3"), "voice", ClientType.ON_DEVICE, "Speak the password aloud\u202e", true, false, false);
    public static final Client HOTSPOT =
            new Client(new ClientId("4"), "hotspot", ClientType.REMOTE, "On Mobile Setup", false, false, true);
    public static final Access ACCESS =
            new Access(Ssid.of("Kitchen display"), new Secret("k7mwq9pdx4"), Optional.of(new Secret("4821")));
    public static final URI HOTSPOT_PAGE = URI.create("http://192.168.42.1/");
    public static final JoinRequest REQUEST =
            new JoinRequest(CAFE, new Credentials.Passphrase(new Secret("correct horse")), false);

    private Samples() {}

    public static NetworkStatus offline(Adapter adapter) {
        return new NetworkStatus(adapter, new Link.Down(), Wire.DOWN, Connectivity.NONE, 0);
    }

    public static NetworkStatus online() {
        return new NetworkStatus(READY, up(CAFE), Wire.DOWN, Connectivity.FULL, 1);
    }

    public static Link.Up up(NetworkId id) {
        return new Link.Up(id.ssid(), List.of("192.168.178.123", "fd00::1234"), Optional.of("192.168.178.1"));
    }

    public static SetupState setup(Phase phase, NetworkStatus network, List<Client> clients, Consent consent) {
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
                initial.otherScreen(),
                initial.tryout());
    }

    public static SetupState working(Client client, Adapter adapter) {
        return setup(
                new Phase.Working(client.id()), offline(adapter), List.of(PANEL, PHONE, HOTSPOT), new Consent.Wanted());
    }

    public static JoinState join(Place place) {
        return new JoinState(
                place,
                networks(),
                saved(),
                new Listing.Complete(NOW.minusSeconds(5)),
                NetworkStatus.UNKNOWN,
                new Drafts(Map.of(CAFE, new Secret("correct horse")), Map.of(WORK, account()), Map.of()),
                Optional.empty(),
                1);
    }

    public static List<Network> networks() {
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

    public static List<Network> many(int count) {
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

    public static SavedNetwork saved(String uuid, NetworkId id, NetworkSettings settings) {
        return new SavedNetwork(
                new ProfileId(uuid), id, id.ssid().display(), false, settings, Optional.of(NOW.minusSeconds(86_400)));
    }

    public static List<SavedNetwork> saved() {
        var byHand = new IpEntry(
                IpEntry.Family.IPV4, IpEntry.Mode.MANUAL, "192.168.178.50", "24", "192.168.178.1", "9.9.9.9");
        return List.of(
                saved("a", HOME, NetworkSettings.DEFAULT.withPriority(2)),
                saved("b", CAFE, NetworkSettings.DEFAULT.withIpv4(byHand.settings())),
                saved("c", LONGEST, NetworkSettings.DEFAULT.withAutoconnect(false)),
                saved("d", WORK, NetworkSettings.DEFAULT));
    }

    public static AccountEntry account() {
        return new AccountEntry(
                "alice@northwind.example",
                "",
                AccountEntry.Method.PEAP,
                new Secret("correct horse"),
                "",
                "",
                AccountEntry.Check.SYSTEM,
                "",
                "northwind.example");
    }

    /// As [#onPanel], with what was asked for last not done.
    public static View troubled(Place place, Adapter adapter, Failure trouble) {
        var join = join(place);
        return view(
                working(PANEL, adapter),
                new JoinState(
                        join.place(),
                        join.networks(),
                        join.saved(),
                        join.listing(),
                        join.status(),
                        join.drafts(),
                        Optional.of(trouble),
                        join.attempt()));
    }

    /// As [#onPanel], with that typed as the address on [#CAFE].
    public static View addressed(Place place, IpEntry entry) {
        var join = join(place);
        var ipv6 = AddressEntry.of(NetworkSettings.DEFAULT).ipv6();
        return view(
                working(PANEL, READY),
                new JoinState(
                        join.place(),
                        join.networks(),
                        join.saved(),
                        join.listing(),
                        join.status(),
                        new Drafts(Map.of(), Map.of(), Map.of(CAFE, new AddressEntry(entry, ipv6))),
                        Optional.empty(),
                        join.attempt()));
    }

    public static View view(SetupState setup, JoinState join) {
        return new View(setup, join, HandoffState.INITIAL, true, List.of());
    }

    public static View onPanel(Place place) {
        return view(working(PANEL, READY), join(place));
    }

    public static View with(Adapter adapter) {
        return view(working(PANEL, adapter), join(new Place.Choosing()));
    }

    public static View listed(List<Network> networks, Listing listing) {
        return view(
                working(PANEL, READY),
                new JoinState(
                        new Place.Choosing(),
                        networks,
                        List.of(),
                        listing,
                        NetworkStatus.UNKNOWN,
                        Drafts.NONE,
                        Optional.empty(),
                        1));
    }

    /// The hand-off is there.
    public static View handoff(HandoffState.Place place) {
        var setup =
                setup(new Phase.Working(HOTSPOT.id()), offline(READY), List.of(PANEL, HOTSPOT), new Consent.Wanted());
        return handoff(setup, join(new Place.Closed()), place);
    }

    public static View handoff(SetupState setup, JoinState join, HandoffState.Place place) {
        return new View(setup, join, HandoffState.in(place), true, List.of());
    }

    public static View handoff(HotspotRequest request, HotspotState state) {
        return handoff(new HandoffState.Place.Running(request, state, false));
    }

    public static HotspotState.Open open(HotspotState.Visit visit) {
        return new HotspotState.Open(HOTSPOT_PAGE, visit, Optional.empty());
    }

    public static HotspotRequest forNetwork(Access access, NetworkId id) {
        return new HotspotRequest(access, Optional.of(new HotspotRequest.Target(id, false)));
    }

    public static HandoffState.Place handedOver(Connectivity connectivity) {
        return new HandoffState.Place.Done(new HotspotEnd.Connected(new Joined(up(CAFE), connectivity)));
    }

    /// Pages that name a network whose letters are read from the right, in as many words as a name can have.
    public static Map<String, View> namedFromTheRight() {
        var id = new NetworkId(Ssid.of("בית קפה של דן 5G"), Security.WPA2);
        var request = new JoinRequest(id, new Credentials.None(), false);
        var network = new Network(id, 71, Band.GHZ_5, false, false, Optional.empty());
        var views = new LinkedHashMap<String, View>();
        views.put("networks", listed(List.of(network), new Listing.Complete(NOW)));
        views.put("password", asking(id, new Cause.Refused(new Failure.WrongPassword())));
        views.put(
                "connecting",
                onPanel(new Place.Joining(request, JoinStage.AUTHENTICATING, Optional.of(NOW.minusSeconds(7)), false)));
        views.put("result", onPanel(new Place.Done(request, new Joined(up(id), Connectivity.PORTAL))));
        views.put("failure", onPanel(new Place.Failed(request, new Failure.WrongPassword())));
        views.put("hotspot", handoff(forNetwork(ACCESS, id), open(HotspotState.Visit.NONE)));
        return views;
    }

    private static void putHotspot(Map<String, View> views) {
        var any = HotspotRequest.of(ACCESS);
        var plain = new Access(ACCESS.ssid(), ACCESS.passphrase(), Optional.empty());
        var widest = new Access(LONGEST.ssid(), new Secret("W8m#".repeat(15) + "W8m"), ACCESS.code());
        var wrong = Optional.of(new HotspotState.FailedJoin(HOME.ssid(), new Failure.WrongPassword()));
        views.put("hotspot-preparing", handoff(any, new HotspotState.Preparing()));
        views.put("hotspot-open", handoff(any, open(HotspotState.Visit.NONE)));
        views.put("hotspot-target", handoff(forNetwork(plain, HOME), open(HotspotState.Visit.NONE)));
        views.put("hotspot-joined", handoff(any, open(HotspotState.Visit.JOINED)));
        views.put("hotspot-choosing", handoff(forNetwork(ACCESS, HOME), open(HotspotState.Visit.CHOOSING)));
        views.put("hotspot-failed", handoff(any, new HotspotState.Open(HOTSPOT_PAGE, HotspotState.Visit.NONE, wrong)));
        views.put(
                "hotspot-failed-choosing",
                handoff(any, new HotspotState.Open(HOTSPOT_PAGE, HotspotState.Visit.CHOOSING, wrong)));
        views.put("hotspot-longest", handoff(forNetwork(widest, LONGEST), open(HotspotState.Visit.NONE)));
        views.put(
                "hotspot-unlocked",
                handoff(
                        HotspotRequest.of(new Access(ACCESS.ssid(), Secret.EMPTY, Optional.empty())),
                        open(HotspotState.Visit.NONE)));
        views.put("hotspot-trying", handoff(any, new HotspotState.TryingKnown()));
        views.put(
                "hotspot-connecting", handoff(any, new HotspotState.Connecting(HOME.ssid(), JoinStage.AUTHENTICATING)));
        views.put(
                "hotspot-stopping", handoff(new HandoffState.Place.Running(any, open(HotspotState.Visit.NONE), true)));
        views.put(
                "hotspot-pausing",
                handoff(new HandoffState.Place.Pausing(any, new HotspotEnd.Failed(new Failure.Other("dnsmasq")))));
        views.put("hotspot-done", handoff(handedOver(Connectivity.FULL)));
        views.put("hotspot-done-portal", handoff(handedOver(Connectivity.PORTAL)));
    }

    private static void putDevice(Map<String, View> views) {
        var fresh = device(Optional.empty(), List.of(), Attempts.NONE, new LanStanding.NoNetwork(), Optional.empty());
        var managed = device(
                Optional.of(new PasswordHash("hash")),
                List.of(
                        wifisetup.device.Samples.trusted(wifisetup.device.Samples.ALICE, "Alice’s laptop"),
                        wifisetup.device.Samples.trusted(
                                wifisetup.device.Samples.BOB, "The telephone of a technician with a long name")),
                attempts(),
                new LanStanding.Open(List.of(wifisetup.device.Samples.LAPTOP), 1901),
                Optional.of(wifisetup.device.Samples.LAPTOP));
        views.put("device-fresh", device(fresh, DevicePlace.OVERVIEW));
        views.put("device", device(managed, DevicePlace.OVERVIEW));
        views.put("device-naming", device(managed, DevicePlace.NAME));
        views.put("device-password", device(managed, DevicePlace.PASSWORD));
        views.put("device-keys-none", device(fresh, DevicePlace.KEYS));
        views.put("device-keys", device(managed, DevicePlace.KEYS));
        var question = new ConsentQuestion(
                1, wifisetup.device.Samples.LAPTOP, managed.memory().keys().getFirst(), NOW.plusSeconds(43));
        views.put("device-consent", device(with(managed, Optional.of(question), new NetworkTrial.None(), false)));
        var change = new NetworkChange.Wifi(
                LONGEST.ssid(), false, Optional.empty(), new Credentials.Saved(), IpSettings.AUTOMATIC);
        var running = new NetworkTrial.Running(
                1, change, Keeping.ON_RETURN, NOW.plusSeconds(43), new NetworkTrial.Course.There());
        views.put("device-trial", device(with(managed, Optional.empty(), running, false)));
        var returned =
                new NetworkTrial.Returned(change, new NetworkTrial.Reason.NotReached(new Failure.WrongPassword()));
        views.put("device-trial-returned", device(with(managed, Optional.empty(), returned, false)));
        views.put("identify", device(with(managed, Optional.empty(), new NetworkTrial.None(), true)));
    }

    /// By more addresses than are named, one of which has to wait.
    private static Attempts attempts() {
        return new Attempts(IntStream.range(0, 5)
                .mapToObj(each -> new Attempt(
                        InetAddress.ofLiteral("192.0.2.10" + each),
                        each + 1,
                        NOW.minusSeconds(9 - each),
                        each == 4 ? Optional.of(NOW.plusSeconds(21)) : Optional.empty()))
                .toList());
    }

    private static DeviceState device(
            Optional<PasswordHash> password,
            List<TrustedKey> keys,
            Attempts attempts,
            LanStanding lan,
            Optional<InetAddress> twin) {
        return new DeviceState(
                wifisetup.device.Samples.KITCHEN,
                new DeviceMemory(new DeviceName("Kitchen panel at the window"), password, keys),
                attempts,
                Optional.empty(),
                new NetworkTrial.None(),
                lan,
                new PlatformLink.Connected("platform.example.org"),
                twin,
                OptionalLong.empty(),
                0,
                UnderWay.NOTHING);
    }

    private static DeviceState with(
            DeviceState state, Optional<ConsentQuestion> question, NetworkTrial trial, boolean blinking) {
        return new DeviceState(
                state.identity(),
                state.memory(),
                state.attempts(),
                question,
                trial,
                state.lan(),
                state.platform(),
                state.twin(),
                blinking ? OptionalLong.of(1) : OptionalLong.empty(),
                1,
                state.underWay());
    }

    private static View device(DeviceState state) {
        return device(state, DevicePlace.CLOSED);
    }

    private static View device(DeviceState state, DevicePlace place) {
        return selecting().with(new DeviceView(state, place, "1.2.3"));
    }

    public static View failed(Failure failure) {
        return onPanel(new Place.Failed(REQUEST, failure));
    }

    public static View joined(Connectivity connectivity) {
        return onPanel(new Place.Done(REQUEST, new Joined(up(CAFE), connectivity)));
    }

    public static View beside(Phase phase, NetworkStatus network, Consent consent) {
        return view(setup(phase, network, List.of(PANEL, HOTSPOT, PHONE, VOICE), consent), join(new Place.Closed()));
    }

    public static View selecting() {
        return beside(new Phase.Selecting(Optional.empty()), offline(READY), new Consent.Wanted());
    }

    public static View asking(NetworkId id, Cause cause) {
        return onPanel(new Place.Asking(id, false, cause));
    }

    /// Every page in each shape it can take, by name.
    public static Map<String, View> all() {
        var wanted = new Consent.Wanted();
        var views = new LinkedHashMap<String, View>();
        views.put("select", selecting());
        views.put(
                "select-trouble",
                new View(
                        setup(
                                new Phase.Selecting(Optional.of(new Phase.Trouble("Phone set-up", "hotspot failed"))),
                                offline(READY),
                                List.of(PANEL),
                                wanted),
                        JoinState.INITIAL,
                        HandoffState.INITIAL,
                        true,
                        List.of(Notice.BUS_LOST)));
        views.put(
                "select-nobody",
                view(setup(new Phase.Selecting(Optional.empty()), online(), List.of(), wanted), JoinState.INITIAL));
        views.put("networks", onPanel(new Place.Choosing()));
        views.put("networks-empty", listed(List.of(), new Listing.Scanning()));
        views.put("other", onPanel(new Place.Naming()));
        views.put("password", asking(HOME, new Cause.Needed()));
        views.put("password-refused", asking(CAFE, new Cause.Refused(new Failure.WrongPassword())));
        views.put("password-longest", asking(LONGEST, new Cause.Needed()));
        views.put("password-outdated", asking(HOME, new Cause.Outdated()));
        views.put("password-wep", asking(OLD, new Cause.Needed()));
        views.put("account", asking(CAMPUS, new Cause.Needed()));
        views.put("account-refused", asking(WORK, new Cause.Refused(new Failure.WrongPassword())));
        views.put("account-certificate", certificate());
        views.put("saved", onPanel(new Place.Saved()));
        views.put(
                "saved-none",
                view(
                        working(PANEL, READY),
                        new JoinState(
                                new Place.Saved(),
                                List.of(),
                                List.of(),
                                new Listing.Never(),
                                NetworkStatus.UNKNOWN,
                                Drafts.NONE,
                                Optional.empty(),
                                1)));
        views.put("profile", onPanel(new Place.Profile(new ProfileId("a"))));
        views.put("profile-by-hand", onPanel(new Place.Profile(new ProfileId("b"))));
        views.put("profile-longest", onPanel(new Place.Profile(new ProfileId("c"))));
        views.put(
                "profile-trouble",
                troubled(new Place.Profile(new ProfileId("d")), READY, new Failure.Denied("settings.modify")));
        views.put("address", onPanel(new Place.Addressing.OfProfile(saved().getFirst())));
        views.put("address-by-hand", onPanel(new Place.Addressing.OfProfile(saved().get(1))));
        views.put("address-join", onPanel(noAddress()));
        views.put("country", with(new Adapter.Blocked(Block.COUNTRY)));
        views.put(
                "address-flaw",
                addressed(
                        noAddress(),
                        new IpEntry(IpEntry.Family.IPV4, IpEntry.Mode.MANUAL, "192.168.1.7", "24", "192.168.2.1", "")));
        views.put(
                "country-trouble",
                troubled(
                        new Place.Choosing(),
                        new Adapter.Blocked(Block.COUNTRY),
                        new Failure.Denied("org.freedesktop.NetworkManager.enable-disable-wifi")));
        views.put(
                "signin", signingIn(Optional.of("http://hotspot.miramar.example/login?mac=02:00:00:00:00:01"), false));
        views.put("signin-unknown", signingIn(Optional.empty(), true));
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
        putHotspot(views);
        putDevice(views);
        views.put("elsewhere", view(working(PHONE, READY), JoinState.INITIAL));
        views.put("home", beside(new Phase.Idle(), offline(READY), wanted));
        views.put("home-online", beside(new Phase.Idle(), online(), wanted));
        views.put("home-waiting", beside(new Phase.Grace(1), offline(READY), wanted));
        views.put(
                "home-sign-in",
                beside(
                        new Phase.Idle(),
                        new NetworkStatus(READY, up(CAFE), Wire.DOWN, Connectivity.PORTAL, 1),
                        wanted));
        views.put(
                "home-wired",
                beside(
                        new Phase.Idle(),
                        new NetworkStatus(READY, new Link.Down(), Wire.UP, Connectivity.FULL, 1),
                        wanted));
        views.put(
                "home-both",
                beside(new Phase.Idle(), new NetworkStatus(READY, up(CAFE), Wire.UP, Connectivity.LIMITED, 1), wanted));
        views.put(
                "networks-wired",
                view(
                        setup(
                                new Phase.Working(PANEL.id()),
                                new NetworkStatus(READY, new Link.Down(), Wire.UP, Connectivity.FULL, 1),
                                List.of(PANEL),
                                wanted),
                        join(new Place.Choosing())));
        views.put("home-skipped", beside(new Phase.Idle(), offline(READY), new Consent.Skipped("boot")));
        views.put("home-never", beside(new Phase.Idle(), offline(READY), new Consent.Never()));
        return views;
    }

    /// The password page of a network, for which that was typed.
    public static View drafted(NetworkId id, Secret typed) {
        var join = join(new Place.Asking(id, false, new Cause.Needed()));
        return view(
                working(PANEL, READY),
                new JoinState(
                        join.place(),
                        join.networks(),
                        join.saved(),
                        join.listing(),
                        join.status(),
                        new Drafts(Map.of(id, typed), Map.of(), Map.of()),
                        Optional.empty(),
                        1));
    }

    /// An account of certificates, typed half.
    private static View certificate() {
        var join = join(new Place.Asking(WORK, false, new Cause.Needed()));
        var entry = new AccountEntry(
                "device-17",
                "anonymous",
                AccountEntry.Method.TLS,
                Secret.EMPTY,
                "/media/usb/device-17.p12",
                "",
                AccountEntry.Check.NONE,
                "",
                "");
        return view(
                working(PANEL, READY),
                new JoinState(
                        join.place(),
                        join.networks(),
                        join.saved(),
                        join.listing(),
                        join.status(),
                        new Drafts(Map.of(), Map.of(WORK, entry), Map.of()),
                        Optional.empty(),
                        1));
    }

    public static Place.Addressing.OfJoin noAddress() {
        return new Place.Addressing.OfJoin(new Place.Failed(REQUEST, new Failure.NoAddress()));
    }

    public static View signingIn(Optional<String> address, boolean checking) {
        var result = new Place.Done(REQUEST, new Joined(up(CAFE), Connectivity.PORTAL));
        return onPanel(new Place.SigningIn(Optional.of(CAFE.ssid()), Optional.of(result), address, checking));
    }

    public static List<Failure> failures() {
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
                new Failure.RfKill(Block.COUNTRY),
                new Failure.NotKnown(),
                new Failure.ServerNotTrusted("tls: no match for corp.example"),
                new Failure.CertificateUnusable("bad decrypt"),
                new Failure.Cancelled(),
                new Failure.BackendUnavailable("the bus is gone"),
                new Failure.Other("state 120, reason 1"));
    }
}
