package wifisetup.network.nmcli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wifisetup.network.Adapter;
import wifisetup.network.Connectivity;
import wifisetup.network.Failure;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Ssid;
import wifisetup.network.WifiException;
import wifisetup.network.Wire;

/// Reads all that the status tells. What is read piece by piece may be of two moments; the line of the later one then
/// leads to another reading.
final class StatusReading {
    private static final String LINK_FIELDS = "GENERAL.HWADDR,IP4.ADDRESS,IP4.GATEWAY,IP6.ADDRESS,IP6.GATEWAY";

    private final Nmcli nmcli;
    private final Radios radios;
    private final Profiles profiles;
    private final HardwareAddresses hardwareAddresses;

    StatusReading(Nmcli nmcli, Radios radios, Profiles profiles, HardwareAddresses hardwareAddresses) {
        this.nmcli = nmcli;
        this.radios = radios;
        this.profiles = profiles;
        this.hardwareAddresses = hardwareAddresses;
    }

    /// The status now; without NetworkManager, one that says so.
    NetworkStatus read() throws InterruptedException {
        try {
            var general = radios.general();
            var devices = Devices.read(nmcli);
            var radio = devices.radio();
            var known = profiles.all();
            var details =
                    radio.isPresent() && isWorthALook(radio.get()) ? details(radio.get()) : Map.<String, String>of();
            return new NetworkStatus(
                    radio.map(found -> adapter(general, found, details))
                            .orElseGet(() -> general.starting() ? new Adapter.Starting() : new Adapter.Missing()),
                    radio.map(found -> link(found, known, details)).orElseGet(Link.Down::new),
                    wire(devices),
                    connectivity(general.connectivity()),
                    (int) known.stream()
                            .filter(profile ->
                                    profile.kept() && profile.settings().autoconnect())
                            .count());
        } catch (WifiException failure) {
            return unavailable(failure.failure());
        }
    }

    /// The connection of an adapter that is on that network.
    Link.Up up(Radio radio, Ssid ssid) throws WifiException, InterruptedException {
        return up(ssid, details(radio));
    }

    /// What nmcli's word means.
    static Connectivity connectivity(String word) {
        return switch (word.strip()) {
            case "none" -> Connectivity.NONE;
            case "portal" -> Connectivity.PORTAL;
            case "limited" -> Connectivity.LIMITED;
            case "full" -> Connectivity.FULL;
            default -> Connectivity.UNKNOWN;
        };
    }

    /// A status that says why there is none.
    static NetworkStatus unavailable(Failure failure) {
        String why = failure instanceof Failure.BackendUnavailable(var detail) ? detail : failure.toString();
        return new NetworkStatus(new Adapter.Unavailable(why), new Link.Down(), Wire.DOWN, Connectivity.UNKNOWN, 0);
    }

    private static Link link(Radio radio, List<Profile> known, Map<String, String> details) {
        var profile = known.stream()
                .filter(candidate -> candidate.uuid().equals(radio.profile()))
                .findAny();
        if (profile.isEmpty()) {
            return new Link.Down();
        }
        if (radio.isConnecting()) {
            return new Link.Joining(profile.get().ssid());
        }
        if (!radio.isConnected()) {
            return new Link.Down();
        }
        return up(profile.get().ssid(), details);
    }

    private static Link.Up up(Ssid ssid, Map<String, String> details) {
        return new Link.Up(
                ssid, addresses(details), gateway(details, "IP4.GATEWAY").or(() -> gateway(details, "IP6.GATEWAY")));
    }

    /// IPv4 first, without prefix length.
    private static List<String> addresses(Map<String, String> details) {
        var addresses = new ArrayList<String>();
        for (String family : List.of("IP4.ADDRESS", "IP6.ADDRESS")) {
            for (int i = 1; details.containsKey(family + "[" + i + "]"); i++) {
                String address =
                        details.getOrDefault(family + "[" + i + "]", "").replaceFirst("/.*", "");
                // A link-local address is of no use to a person: nobody can type it into a browser.
                if (!address.startsWith("fe80:")) {
                    addresses.add(address);
                }
            }
        }
        return addresses;
    }

    private static Optional<String> gateway(Map<String, String> details, String field) {
        return Optional.ofNullable(details.get(field)).filter(address -> !address.isEmpty());
    }

    private Adapter adapter(Radios.General general, Radio radio, Map<String, String> details) {
        if (!radio.isUnavailable()) {
            return new Adapter.Ready(
                    radio.name(), hardwareAddresses.of(radio.name(), details.getOrDefault("GENERAL.HWADDR", "")));
        }
        // Unavailable with the radio on: its firmware or the supplicant is still to come.
        return general.block().<Adapter>map(Adapter.Blocked::new).orElseGet(Adapter.Starting::new);
    }

    private boolean isWorthALook(Radio radio) {
        return radio.isConnected() || !hardwareAddresses.know(radio.name());
    }

    /// Empty for an adapter that was pulled between the list and this look.
    private Map<String, String> details(Radio radio) throws WifiException, InterruptedException {
        var answer = nmcli.run("-t", "-f", LINK_FIELDS, "device", "show", radio.name());
        return answer.status() == Verdicts.NOT_FOUND ? Map.of() : Terse.properties(answer.outputFor(Right.CONTROL));
    }

    /// Up is a wired link with the default route: nmcli does not tell which connection is the primary one.
    private Wire wire(Devices devices) throws WifiException, InterruptedException {
        for (String profile : devices.wired()) {
            var answer =
                    nmcli.run("-t", "-f", "GENERAL.DEFAULT,GENERAL.DEFAULT6", "connection", "show", "uuid", profile);
            if (answer.isGood() && Terse.properties(answer.output()).containsValue("yes")) {
                return Wire.UP;
            }
        }
        return devices.isWireJoining() ? Wire.JOINING : Wire.DOWN;
    }
}
