package wifisetup.network.dbus;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import wifisetup.dbus.FakeService;
import wifisetup.dbus.PropertyMap;
import wifisetup.network.Credentials;
import wifisetup.network.Eap;
import wifisetup.network.LabNetwork;
import wifisetup.network.Laboratory;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.dbus.api.NetworkManagerApi;
import wifisetup.network.dbus.api.SupplicantApi;

/// NetworkManager and wpa_supplicant, as far as the adapter sees them, with the air of the laboratory around
/// them. The sequences of signals are those captured from the real ones; only their pauses are shorter.
final class FakeNetworkManager extends FakeService implements Laboratory {
    /// How much faster time passes than in the real one, where that one counts seconds.
    static final int HASTE = 10;

    private static final String DEVICE = "/org/freedesktop/NetworkManager/Devices/2";
    private static final String WIRED = "/org/freedesktop/NetworkManager/Devices/1";
    private static final String IP4 = "/org/freedesktop/NetworkManager/IP4Config/1";
    private static final String PRIMARY = NetworkManagerApi.ROOT + "/ActiveConnection/primary";
    private static final String PLACEHOLDER = NetworkManagerApi.ROOT + "/AccessPoint/PLACEHOLDER";
    private static final String SUPPLICANT = "/fi/w1/wpa_supplicant1/Interfaces/0";

    private static final Set<String> SECRETS = Set.of("psk", "password");
    private static final int STEP = 15;
    private static final int HANDSHAKE = 250;
    private static final int SEARCH = 400;
    private static final int DHCP = 30_000;

    private static final String BLOCK = SUPPLICANT + "/Networks/0";

    private final Set<Ssid> off = new HashSet<>();
    private final Map<String, Map<String, Map<String, Variant<?>>>> profiles = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Map<String, CompletableFuture<Void>> awaited = new TreeMap<>();
    private boolean dhcp = true;
    private boolean supplicantVisible = true;
    private boolean allowed = true;
    private boolean saeWorks = true;
    private int accessPointsFailWith;
    private int scansUnderWay;
    private int loading;
    private boolean accessPointsHang;
    private final CompletableFuture<Void> activationBegun = new CompletableFuture<>();
    private int next = 1;
    private @Nullable Activation current;
    private @Nullable Checkpoint checkpoint;

    FakeNetworkManager(String address) throws IOException, DBusException {
        super(address, NetworkManagerApi.SERVICE, SupplicantApi.SERVICE);
        set(
                NetworkManagerApi.ROOT,
                NetworkManagerApi.MANAGER,
                Map.of(
                        "Startup", new Variant<>(false),
                        "WirelessEnabled", new Variant<>(true),
                        "WirelessHardwareEnabled", new Variant<>(true),
                        "Connectivity", number(1),
                        "PrimaryConnection", path("/")));
        set(NetworkManagerApi.SETTINGS_PATH, NetworkManagerApi.SETTINGS, Map.of());
        set(WIRED, NetworkManagerApi.DEVICE, Map.of("DeviceType", number(1), "State", number(100)));
        plug();
        set(SupplicantApi.ROOT, SupplicantApi.SERVICE, Map.of());
        set(SUPPLICANT, SupplicantApi.INTERFACE, Map.of());
        for (LabNetwork network : LabNetwork.values()) {
            switchOn(network);
        }
        begin();
    }

    // ---- what tests change

    @Override
    public void accessPoint(Ssid ssid, boolean on) throws Exception {
        now(() -> {
            for (LabNetwork network : LabNetwork.values()) {
                if (network.ssid().equals(ssid)) {
                    if (on && off.remove(ssid)) {
                        switchOn(network);
                    } else if (!on && off.add(ssid)) {
                        switchOff(network);
                    }
                }
            }
        });
    }

    @Override
    public void dhcp(boolean on) throws Exception {
        now(() -> dhcp = on);
    }

    @Override
    public void removeAllProfiles() throws Exception {
        now(() -> List.copyOf(profiles.keySet()).forEach(this::delete));
    }

    @Override
    public List<Profile> profiles() throws Exception {
        return ask(() -> profiles.keySet().stream()
                .map(path -> new Profile(ssid(path), current != null && current.profile.equals(path)))
                .toList());
    }

    /// Whether wpa_supplicant lets the program look.
    void supplicantVisible(boolean visible) throws Exception {
        now(() -> supplicantVisible = visible);
    }

    /// Whether access points of WPA2 and WPA3 admit by WPA3.
    void saeWorks(boolean works) throws Exception {
        now(() -> saeWorks = works);
    }

    /// The next scan that is asked for meets one of NetworkManager's own.
    void scanUnderWay() throws Exception {
        now(() -> scansUnderWay = 1);
    }

    /// The methods that were called since this was asked last.
    List<String> calls() throws Exception {
        return ask(() -> {
            var since = List.copyOf(calls);
            calls.clear();
            return since;
        });
    }

    /// Done when that method is called again.
    CompletableFuture<Void> called(String method) throws Exception {
        return ask(() -> awaited.computeIfAbsent(method, _ -> new CompletableFuture<>()));
    }

    /// Keeps a profile as somebody else has made it.
    void keepProfile(Map<String, Map<String, Variant<?>>> settings) throws Exception {
        now(() -> {
            var path = add(settings);
            set(path, NetworkManagerApi.PROFILE, Map.of("Flags", number(0)));
        });
    }

    /// All that is kept, secrets too, in no order.
    List<Map<String, Map<String, Variant<?>>>> kept() throws Exception {
        return ask(() -> List.copyOf(profiles.values()));
    }

    /// What carries the device's traffic.
    void primary(String type, Map<String, Variant<?>> active) throws Exception {
        now(() -> {
            set(PRIMARY, NetworkManagerApi.ACTIVE, active);
            set(
                    NetworkManagerApi.ROOT,
                    NetworkManagerApi.MANAGER,
                    Map.of(
                            "ActiveConnections",
                            new Variant<>(List.of(new DBusPath(PRIMARY)), "ao"),
                            "PrimaryConnection",
                            path(type.equals("wireguard") ? "/tunnel" : PRIMARY),
                            "PrimaryConnectionType",
                            new Variant<>(type)));
        });
    }

    /// Whether polkit allows anything.
    void allowed(boolean everything) throws Exception {
        now(() -> allowed = everything);
    }

    /// Pulls the adapter out of the machine.
    void unplug() throws Exception {
        now(() -> {
            state(10, 36);
            over();
            remove(DEVICE);
            signal(NetworkManagerApi.ROOT, NetworkManagerApi.MANAGER, "DeviceRemoved", "o", new DBusPath(DEVICE));
        });
    }

    /// Turns the radio off: by a switch on the device, or by software.
    void radioOff(boolean hard) throws Exception {
        now(() -> {
            set(
                    NetworkManagerApi.ROOT,
                    NetworkManagerApi.MANAGER,
                    Map.of("WirelessEnabled", new Variant<>(false), "WirelessHardwareEnabled", new Variant<>(!hard)));
            state(20, 0);
        });
    }

    /// Activates something else, as another program would.
    void takeOver() throws Exception {
        now(() -> {
            state(110, 60);
            state(30, 60);
        });
    }

    /// The device's own access points fail from now on, with that reason (`NMDeviceStateReason`).
    void accessPointsFailWith(int reason) throws Exception {
        now(() -> accessPointsFailWith = reason);
    }

    /// The device's own access points never open from now on.
    void accessPointsHang() throws Exception {
        now(() -> accessPointsHang = true);
    }

    /// Done when an activation is under way.
    CompletableFuture<Void> activationBegun() {
        return activationBegun;
    }

    /// A station comes to the device's own access point, or leaves it.
    void station(String address, boolean comes) throws Exception {
        now(() ->
                signal(SUPPLICANT, SupplicantApi.INTERFACE, comes ? "StaAuthorized" : "StaDeauthorized", "s", address));
    }

    /// Ends what is active, as when another program wants the radio.
    void endActivation() throws Exception {
        now(() -> end(60));
    }

    /// Another program makes a checkpoint.
    void foreignCheckpoint() throws Exception {
        now(() -> createCheckpoint(60, List.of(new DBusPath(DEVICE))));
    }

    /// Another program makes a checkpoint of all that there is.
    void checkpointOfTheWholeMachine() throws Exception {
        now(() -> createCheckpoint(60, List.of(new DBusPath(WIRED), new DBusPath(DEVICE))));
    }

    /// Whether there is something to go back to.
    boolean hasCheckpoint() throws Exception {
        return ask(() -> checkpoint != null);
    }

    /// Is killed, and begins anew with the profiles that it finds on the disk and below `/run`.
    void restart() throws Exception {
        var _ = ask(() -> {
            vanish(NetworkManagerApi.SERVICE);
            // It has its name before it has its profiles.
            loading = 5;
            checkpoint = null;
            over();
            state(30, 0);
            showCheckpoints();
            appear(NetworkManagerApi.SERVICE);
            return profiles.keySet().stream().map(this::activate).toList();
        });
    }

    /// The device is an access point, as another program has made it.
    void beAccessPoint() throws Exception {
        now(() -> set(DEVICE, NetworkManagerApi.WIRELESS, Map.of("Mode", number(3))));
    }

    /// Whether the radio was turned on.
    boolean isRadioOn() throws Exception {
        return ask(() -> get(NetworkManagerApi.ROOT, NetworkManagerApi.MANAGER, "WirelessEnabled")
                .getValue()
                .equals(true));
    }

    // ---- its methods

    @Override
    protected Answer answer(String path, String iface, String member, List<Object> arguments) throws Refusal {
        calls.add(member);
        Optional.ofNullable(awaited.remove(member)).ifPresent(wish -> wish.complete(null));
        return switch (member) {
            case "GetDevices" ->
                Answer.of(
                        "ao",
                        has(DEVICE)
                                ? List.of(new DBusPath(WIRED), new DBusPath(DEVICE))
                                : List.of(new DBusPath(WIRED)));
            case "GetInterface" -> supplicant();
            case "ListConnections" -> {
                if (loading > 0) {
                    loading--;
                    throw new Refusal("org.freedesktop.DBus.Error.UnknownMethod", "Object does not exist");
                }
                yield Answer.of(
                        "ao", profiles.keySet().stream().map(DBusPath::new).toList());
            }
            case "GetAllAccessPoints" -> Answer.of("ao", accessPoints());
            case "RequestScan" -> scan(PropertyMap.of(arguments.getFirst()));
            case "CheckConnectivity" ->
                Answer.of("u", number(current == null ? 1 : 4).getValue());
            case "AddAndActivateConnection2" -> {
                permit("org.freedesktop.NetworkManager.PermissionDenied", "Not authorized to control networking.");
                String profile = add(arguments.getFirst());
                yield Answer.of("ooa{sv}", new DBusPath(profile), new DBusPath(activate(profile)), Map.of());
            }
            case "ActivateConnection" -> {
                permit("org.freedesktop.NetworkManager.PermissionDenied", "Not authorized to control networking.");
                yield Answer.of("o", new DBusPath(activate(arguments.getFirst().toString())));
            }
            case "DeactivateConnection" -> {
                if (current == null || !current.path.equals(arguments.getFirst().toString())) {
                    throw new Refusal("org.freedesktop.NetworkManager.ConnectionNotActive", "not active");
                }
                end(39);
                yield Answer.NOTHING;
            }
            case "GetSettings" -> Answer.of("a{sa{sv}}", withoutSecrets(path));
            case "GetSecrets" -> {
                permit("org.freedesktop.NetworkManager.Settings.PermissionDenied", "Insufficient privileges.");
                var section = (String) arguments.getFirst();
                var secrets = new TreeMap<>(settings(path).getOrDefault(section, Map.of()));
                secrets.keySet().retainAll(SECRETS);
                if (secrets.isEmpty()) {
                    throw new Refusal(
                            "org.freedesktop.NetworkManager.AgentManager.NoSecrets",
                            "No agents were available for this request.");
                }
                yield Answer.of("a{sa{sv}}", Map.of(section, secrets));
            }
            case "AddConnection2" -> {
                permit("org.freedesktop.NetworkManager.Settings.PermissionDenied", "Insufficient privileges.");
                String added = add(arguments.getFirst());
                set(added, NetworkManagerApi.PROFILE, Map.of("Flags", number(0)));
                yield Answer.of("oa{sv}", new DBusPath(added), Map.of());
            }
            case "CheckpointCreate" -> {
                permit("org.freedesktop.NetworkManager.PermissionDenied", "Not authorized to checkpoint/rollback");
                if (checkpoint != null) {
                    throw new Refusal("org.freedesktop.NetworkManager.InvalidArguments", "already included");
                }
                yield Answer.of(
                        "o",
                        new DBusPath(createCheckpoint(
                                ((Number) arguments.get(1)).intValue(), PropertyMap.list(arguments.getFirst()))));
            }
            case "CheckpointDestroy" -> {
                requireCheckpoint(arguments.getFirst());
                forgetCheckpoint();
                yield Answer.NOTHING;
            }
            case "CheckpointRollback" -> {
                rollBack(requireCheckpoint(arguments.getFirst()));
                yield Answer.of("a{su}", Map.of(DEVICE, new UInt32(0)));
            }
            case "Reapply", "SelectNetwork" -> Answer.NOTHING;
            case "Update2" -> {
                update(path, (Map<?, ?>) arguments.getFirst());
                set(path, NetworkManagerApi.PROFILE, Map.of("Flags", number(0)));
                signal(path, NetworkManagerApi.PROFILE, "Updated", "s", "");
                yield Answer.NOTHING;
            }
            case "Delete" -> {
                permit("org.freedesktop.NetworkManager.Settings.PermissionDenied", "Insufficient privileges.");
                delete(path);
                yield Answer.NOTHING;
            }
            default -> throw new Refusal("org.freedesktop.DBus.Error.UnknownMethod", iface + "." + member);
        };
    }

    private void permit(String error, String message) throws Refusal {
        if (!allowed) {
            throw new Refusal(error, message);
        }
    }

    // ---- checkpoints

    /// @param former the profile of the connection, if there was one, as it was
    /// @param profiles those there were
    private record Checkpoint(
            String path,
            Optional<String> former,
            Map<String, Map<String, Variant<?>>> settings,
            Set<String> profiles) {}

    private String createCheckpoint(int seconds, List<?> devices) {
        var former = Optional.ofNullable(current).map(Activation::profile);
        var made = new Checkpoint(
                NetworkManagerApi.ROOT + "/Checkpoint/" + next++,
                former,
                former.map(this::settings).map(FakeNetworkManager::copy).orElse(Map.of()),
                Set.copyOf(profiles.keySet()));
        checkpoint = made;
        set(made.path, NetworkManagerApi.CHECKPOINT, Map.of("Devices", new Variant<>(devices, "ao")));
        showCheckpoints();
        later(seconds * 1000L / HASTE, () -> {
            if (made.equals(checkpoint)) {
                rollBack(made);
            }
        });
        return made.path;
    }

    private Checkpoint requireCheckpoint(Object path) throws Refusal {
        if (checkpoint == null || !checkpoint.path.equals(path.toString())) {
            throw new Refusal("org.freedesktop.NetworkManager.InvalidArguments", "checkpoint does not exist");
        }
        return checkpoint;
    }

    private void forgetCheckpoint() {
        checkpoint = null;
        showCheckpoints();
    }

    private void rollBack(Checkpoint made) {
        forgetCheckpoint();
        made.former.ifPresentOrElse(
                former -> {
                    profiles.put(former, made.settings);
                    activate(former);
                },
                () -> {
                    if (current != null) {
                        end(39);
                    }
                });
        List.copyOf(profiles.keySet()).stream()
                .filter(path -> !made.profiles.contains(path))
                .forEach(this::delete);
    }

    private void showCheckpoints() {
        var paths = checkpoint == null ? List.<DBusPath>of() : List.of(new DBusPath(checkpoint.path));
        set(NetworkManagerApi.ROOT, NetworkManagerApi.MANAGER, Map.of("Checkpoints", new Variant<>(paths, "ao")));
    }

    private Answer supplicant() throws Refusal {
        if (!supplicantVisible) {
            throw new Refusal("org.freedesktop.DBus.Error.AccessDenied", "Sender is not authorized");
        }
        return Answer.of("o", new DBusPath(SUPPLICANT));
    }

    private List<DBusPath> accessPoints() {
        var paths = new ArrayList<DBusPath>();
        for (LabNetwork network : LabNetwork.values()) {
            if (has(accessPoint(network))) {
                paths.add(new DBusPath(accessPoint(network)));
            }
        }
        if (has(accessPoint(LabNetwork.MESH))) {
            paths.add(new DBusPath(weaker()));
        }
        if (has(PLACEHOLDER)) {
            paths.add(new DBusPath(PLACEHOLDER));
        }
        // One that is gone by the time it is read.
        paths.add(new DBusPath(accessPoint(LabNetwork.HOME) + "999"));
        return paths;
    }

    private Answer scan(PropertyMap options) throws Refusal {
        if (scansUnderWay > 0) {
            scansUnderWay--;
            later(STEP, this::scanned);
            throw new Refusal(
                    "org.freedesktop.NetworkManager.Device.NotAllowed", "Scanning not allowed while already scanning");
        }
        boolean probesHidden = options.list("ssids").stream()
                .map(ssid -> new PropertyMap(Map.of("ssid", ssid)).bytes("ssid"))
                .anyMatch(ssid -> Ssid.of(ssid).equals(LabNetwork.HIDDEN.ssid()));
        later(2 * STEP, () -> {
            if (probesHidden && !off.contains(LabNetwork.HIDDEN.ssid())) {
                announce(LabNetwork.HIDDEN);
            }
            scanned();
        });
        return Answer.NOTHING;
    }

    private void scanned() {
        set(DEVICE, NetworkManagerApi.WIRELESS, Map.of("LastScan", new Variant<>(System.nanoTime(), "x")));
    }

    // ---- profiles

    private String add(Object settings) {
        var copy = copy((Map<?, ?>) settings);
        String path = NetworkManagerApi.SETTINGS_PATH + "/" + next++;
        profiles.put(path, copy);
        set(path, NetworkManagerApi.PROFILE, Map.of("Flags", number(0x4 | 0x1)));
        signal(NetworkManagerApi.SETTINGS_PATH, NetworkManagerApi.SETTINGS, "NewConnection", "o", new DBusPath(path));
        return path;
    }

    /// Settings without any secret leave those that are there.
    private void update(String path, Map<?, ?> settings) {
        if (settings.isEmpty()) {
            return;
        }
        var before = settings(path);
        var after = copy(settings);
        for (String name : List.of("802-11-wireless-security", "802-1x")) {
            after.computeIfPresent(name, (_, section) -> {
                before.getOrDefault(name, Map.of()).forEach((key, value) -> {
                    if (SECRETS.contains(key)) {
                        section.put(key, value);
                    }
                });
                return section;
            });
        }
        profiles.put(path, after);
    }

    private static Map<String, Map<String, Variant<?>>> copy(Map<?, ?> settings) {
        var copy = new TreeMap<String, Map<String, Variant<?>>>();
        settings.forEach((name, setting) -> {
            var values = new TreeMap<String, Variant<?>>();
            ((Map<?, ?>) setting).forEach((key, value) -> values.put((String) key, (Variant<?>) value));
            copy.put((String) name, values);
        });
        // NetworkManager leaves out what is the default.
        requireNonNull(copy.get("connection")).remove("autoconnect", new Variant<>(true));
        return copy;
    }

    private void delete(String path) {
        if (current != null && current.profile.equals(path)) {
            end(38);
        }
        if (profiles.remove(path) != null) {
            remove(path);
            signal(path, NetworkManagerApi.PROFILE, "Removed", "");
        }
    }

    private Map<String, Map<String, Variant<?>>> withoutSecrets(String path) {
        var copy = new TreeMap<>(settings(path));
        copy.replaceAll((_, section) -> {
            var open = new TreeMap<>(section);
            SECRETS.forEach(open::remove);
            return open;
        });
        return copy;
    }

    private Ssid ssid(String profile) {
        return Ssid.of(new PropertyMap(requireNonNull(settings(profile).get("802-11-wireless"))).bytes("ssid"));
    }

    private Map<String, Map<String, Variant<?>>> settings(String profile) {
        return requireNonNull(profiles.get(profile));
    }

    private Optional<String> password(String profile) {
        return Stream.of("802-11-wireless-security", "802-1x")
                .map(name -> new PropertyMap(settings(profile).getOrDefault(name, Map.of())))
                .flatMap(section -> SECRETS.stream().map(section::text))
                .filter(secret -> !secret.isEmpty())
                .findAny();
    }

    // ---- activation

    private record Activation(String path, String profile) {}

    private String activate(String profile) {
        var activation = new Activation("/org/freedesktop/NetworkManager/ActiveConnection/" + next++, profile);
        set(
                activation.path,
                NetworkManagerApi.ACTIVE,
                Map.of(
                        "State", number(0),
                        "Uuid", uuid(profile),
                        "Connection", path(profile),
                        "Type", new Variant<>("802-11-wireless"),
                        "Ip4Config", path("/"),
                        "Ip6Config", path("/")));
        later(STEP, () -> {
            if (current != null) {
                end(60);
            }
            if (profiles.containsKey(profile)) {
                current = activation;
                set(DEVICE, NetworkManagerApi.DEVICE, Map.of("ActiveConnection", path(activation.path)));
                state(40, 0);
                active(activation, 1, 0);
                during(activation, STEP, () -> authenticate(activation));
            }
        });
        return activation.path;
    }

    private Variant<?> uuid(String profile) {
        var section = settings(profile).getOrDefault("connection", Map.of());
        return new Variant<>(new PropertyMap(section).text("uuid"));
    }

    /// As captured: of the states of a join those without a password and without the search.
    private void serve(Activation activation) {
        activationBegun.complete(null);
        if (accessPointsHang) {
            return;
        }
        state(70, 0);
        if (accessPointsFailWith != 0) {
            fail(accessPointsFailWith);
            return;
        }
        during(activation, STEP, () -> {
            state(80, 0);
            state(90, 0);
            state(100, 0);
            active(activation, 2, 1);
        });
    }

    private boolean isAccessPoint(String profile) {
        return new PropertyMap(requireNonNull(settings(profile).get("802-11-wireless")))
                .text("mode")
                .equals("ap");
    }

    private void authenticate(Activation activation) {
        state(50, 0);
        if (isAccessPoint(activation.profile)) {
            serve(activation);
            return;
        }
        if (settings(activation.profile).containsKey("802-11-wireless-security")) {
            state(60, 0);
            if (password(activation.profile).isEmpty()) {
                fail(7);
                return;
            }
            state(40, 0);
            state(50, 0);
        }
        var network = inTheAir(ssid(activation.profile));
        if (network.isEmpty()) {
            // As NetworkManager does, so that the activation has an access point to name.
            set(
                    PLACEHOLDER,
                    NetworkManagerApi.ACCESS_POINT,
                    Map.of(
                            "Ssid",
                            new Variant<>(ssid(activation.profile).bytes(), "ay"),
                            "Mode",
                            number(2),
                            "RsnFlags",
                            number(0x400),
                            "LastSeen",
                            new Variant<>(-1)));
            during(activation, SEARCH, () -> fail(53));
        } else if (knows(activation, network.get())) {
            configureSupplicant();
            if (network.get().id().security().needsAccount()) {
                eap("remote certificate verification", "success");
                eap("completion", "success");
            }
            admit(activation, network.get());
        } else if (network.get().id().security().needsAccount()) {
            configureSupplicant();
            during(activation, HANDSHAKE, () -> {
                eap("remote certificate verification", "success");
                eap("completion", "failure");
            });
        } else if (usesSae(network.get())) {
            configureSupplicant();
            sae(network.get(), 0);
            during(activation, HANDSHAKE, () -> refuse(activation, network.get(), 1));
        } else {
            during(activation, HANDSHAKE, () -> {
                state(60, 8);
                fail(7);
            });
        }
    }

    private void admit(Activation activation, LabNetwork network) {
        sae(network, 0);
        if (!saeWorks && network.id().security() == Security.WPA2_WPA3 && !isNarrowed()) {
            during(activation, HANDSHAKE, () -> refuse(activation, network, 1));
        } else {
            sae(network, 0);
            during(activation, 2 * STEP, () -> configure(activation, network));
        }
    }

    private void configureSupplicant() {
        set(BLOCK, SupplicantApi.NETWORK, Map.of("Properties", new Variant<>(Map.of(), "a{sv}")));
        signal(SUPPLICANT, SupplicantApi.INTERFACE, "NetworkAdded", "oa{sv}", new DBusPath(BLOCK), Map.of());
    }

    private boolean isNarrowed() {
        return new PropertyMap((Map<?, ?>)
                        get(BLOCK, SupplicantApi.NETWORK, "Properties").getValue())
                .text("key_mgmt")
                .equals("WPA-PSK WPA-PSK-SHA256");
    }

    private void eap(String status, String parameter) {
        signal(SUPPLICANT, SupplicantApi.INTERFACE, "EAP", "ss", status, parameter);
    }

    private void refuse(Activation activation, LabNetwork network, int times) {
        if (isNarrowed()) {
            during(activation, HANDSHAKE, () -> {
                if (knows(activation, network)) {
                    configure(activation, network);
                } else {
                    state(60, 8);
                    fail(7);
                }
            });
            return;
        }
        sae(network, 1);
        if (times < 3) {
            during(activation, HANDSHAKE, () -> {
                if (!isNarrowed()) {
                    sae(network, 0);
                }
                refuse(activation, network, times + 1);
            });
        } else {
            fail(53);
        }
    }

    private void configure(Activation activation, LabNetwork network) {
        state(70, 0);
        var ipv4 = new PropertyMap(settings(activation.profile).getOrDefault("ipv4", Map.of()));
        if (ipv4.text("method").equals("manual")) {
            var entry = PropertyMap.of(ipv4.list("address-data").getFirst());
            succeed(activation, network, entry.text("address"), ipv4.text("gateway"));
            return;
        }
        if (!dhcp) {
            during(activation, DHCP, () -> fail(5));
            return;
        }
        succeed(activation, network, "10.77.1.10", "10.77.1.1");
    }

    private void succeed(Activation activation, LabNetwork network, String address, String gateway) {
        during(activation, 2 * STEP, () -> {
            set(
                    IP4,
                    NetworkManagerApi.IP4,
                    Map.of(
                            "AddressData", new Variant<>(List.of(Map.of("address", new Variant<>(address))), "aa{sv}"),
                            "Gateway", new Variant<>(gateway)));
            set(activation.path, NetworkManagerApi.ACTIVE, Map.of("Ip4Config", path(IP4)));
            set(DEVICE, NetworkManagerApi.WIRELESS, Map.of("ActiveAccessPoint", path(accessPoint(network))));
            set(NetworkManagerApi.ROOT, NetworkManagerApi.MANAGER, Map.of("Connectivity", number(4)));
            state(80, 0);
            state(90, 0);
            state(100, 0);
            active(activation, 2, 1);
        });
    }

    /// Does something unless the activation is over by then.
    private void during(Activation activation, long milliseconds, Runnable action) {
        later(milliseconds, () -> {
            if (activation.equals(current)) {
                action.run();
            }
        });
    }

    private void fail(int reason) {
        state(120, reason);
        over();
        state(30, 0);
    }

    private void end(int reason) {
        state(110, reason);
        state(30, reason);
        over();
    }

    private void over() {
        var ended = current;
        current = null;
        if (ended == null) {
            return;
        }
        active(ended, 4, 3);
        remove(PLACEHOLDER);
        remove(ended.path);
        set(DEVICE, NetworkManagerApi.DEVICE, Map.of("ActiveConnection", path("/")));
        set(DEVICE, NetworkManagerApi.WIRELESS, Map.of("ActiveAccessPoint", path("/")));
        set(NetworkManagerApi.ROOT, NetworkManagerApi.MANAGER, Map.of("Connectivity", number(1)));
        if (profiles.containsKey(ended.profile)
                && ((Number) get(ended.profile, NetworkManagerApi.PROFILE, "Flags")
                                        .getValue())
                                .intValue()
                        != 0) {
            delete(ended.profile);
        }
    }

    private void state(int state, int reason) {
        var before = (UInt32) get(DEVICE, NetworkManagerApi.DEVICE, "State").getValue();
        set(DEVICE, NetworkManagerApi.DEVICE, Map.of("State", number(state)));
        signal(DEVICE, NetworkManagerApi.DEVICE, "StateChanged", "uuu", new UInt32(state), before, new UInt32(reason));
    }

    private void active(Activation activation, int state, int reason) {
        set(activation.path, NetworkManagerApi.ACTIVE, Map.of("State", number(state)));
        signal(activation.path, NetworkManagerApi.ACTIVE, "StateChanged", "uu", new UInt32(state), new UInt32(reason));
    }

    private void sae(LabNetwork network, int status) {
        if (usesSae(network)) {
            set(SUPPLICANT, SupplicantApi.INTERFACE, Map.of(SupplicantApi.AUTH_STATUS, new Variant<>(status)));
        }
    }

    // ---- the air

    private void plug() {
        set(
                DEVICE,
                NetworkManagerApi.DEVICE,
                Map.of(
                        "DeviceType", number(2),
                        "State", number(30),
                        "Interface", new Variant<>("wlan0"),
                        "ActiveConnection", path("/")));
        set(
                DEVICE,
                NetworkManagerApi.WIRELESS,
                Map.of(
                        "PermHwAddress", new Variant<>("02:00:00:00:00:00"),
                        "ActiveAccessPoint", path("/"),
                        "LastScan", new Variant<>(1L, "x")));
    }

    private void switchOn(LabNetwork network) {
        if (!network.isHidden()) {
            announce(network);
        }
    }

    private void announce(LabNetwork network) {
        accessPoint(
                accessPoint(network),
                network,
                90 - 5 * List.of(LabNetwork.values()).indexOf(network),
                network == LabNetwork.MESH ? 5200 : 2412);
        if (network == LabNetwork.MESH) {
            accessPoint(weaker(), network, 20, 2462);
        }
    }

    private void accessPoint(String path, LabNetwork network, int strength, int frequency) {
        set(
                path,
                NetworkManagerApi.ACCESS_POINT,
                Map.of(
                        "Ssid", new Variant<>(network.ssid().bytes(), "ay"),
                        "Mode", number(2),
                        "Flags", number(network.id().security() == Security.OPEN ? 0 : 1),
                        "WpaFlags", number(0),
                        "RsnFlags", number(keyManagement(network.id().security())),
                        "Strength", new Variant<>((byte) strength),
                        "Frequency", number(frequency)));
    }

    private void switchOff(LabNetwork network) {
        remove(accessPoint(network));
        if (current != null && ssid(current.profile).equals(network.ssid())) {
            fail(53);
        }
    }

    private Optional<LabNetwork> inTheAir(Ssid ssid) {
        return Arrays.stream(LabNetwork.values())
                .filter(network -> network.ssid().equals(ssid) && !off.contains(ssid))
                .findAny();
    }

    private boolean knows(Activation activation, LabNetwork network) {
        return switch (network.request().credentials()) {
            case Credentials.Passphrase(var right) ->
                password(activation.profile).equals(Optional.of(right.reveal()));
            case Credentials.Account account ->
                password(activation.profile)
                        .equals(Optional.of(
                                ((Eap.Peap) account.eap()).password().reveal()));
            case Credentials.None(), Credentials.Saved() -> true;
        };
    }

    private static boolean usesSae(LabNetwork network) {
        return network.id().security() == Security.WPA3 || network.id().security() == Security.WPA2_WPA3;
    }

    private static int keyManagement(Security security) {
        return switch (security) {
            case OPEN, WEP -> 0;
            case OWE -> 0x800;
            case WPA2 -> 0x100;
            case WPA2_WPA3 -> 0x500;
            case WPA3 -> 0x400;
            case ENTERPRISE -> 0x200;
            case ENTERPRISE_192 -> 0x2000;
        };
    }

    private static String accessPoint(LabNetwork network) {
        return NetworkManagerApi.ROOT + "/AccessPoint/" + network.name();
    }

    private static String weaker() {
        return accessPoint(LabNetwork.MESH) + "0";
    }

    private static Variant<UInt32> number(int value) {
        return new Variant<>(new UInt32(value));
    }

    private static Variant<DBusPath> path(String path) {
        return new Variant<>(new DBusPath(path));
    }
}
