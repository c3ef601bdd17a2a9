package wifisetup.network.nmcli;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import wifisetup.network.Failure;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.Obstacle;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.WifiException;

/// Lists what is in the air.
final class Scanner {
    private static final System.Logger LOG = System.getLogger(Scanner.class.getName());

    private final Nmcli nmcli;
    private final Radios radios;
    private final Profiles profiles;

    Scanner(Nmcli nmcli, Radios radios, Profiles profiles) {
        this.nmcli = nmcli;
        this.radios = radios;
        this.profiles = profiles;
    }

    /// What is known now.
    List<Network> networks() throws WifiException, InterruptedException {
        return rows(accessPoints(radios.ready(), false), profiles.kept());
    }

    /// Scans, then tells what is known.
    List<Network> scan(List<Ssid> hidden) throws WifiException, InterruptedException {
        var radio = radios.ready();
        if (!hidden.isEmpty() && !probe(radio, hidden)) {
            // A scan that is under way, or has just been, calls nobody by name; the list waits for its end.
            accessPoints(radio, true);
            probe(radio, hidden);
        }
        return rows(accessPoints(radio, true), profiles.kept());
    }

    /// The access points; nmcli waits for the end of a scan by itself.
    List<AccessPoint> accessPoints(Radio radio, boolean afresh) throws WifiException, InterruptedException {
        String printed = nmcli.ask(
                Right.SCAN,
                "-t",
                "-f",
                AccessPoint.FIELDS,
                "device",
                "wifi",
                "list",
                "ifname",
                radio.name(),
                "--rescan",
                afresh ? "yes" : "no");
        return Terse.rows(printed, AccessPoint.FIELD_COUNT).stream()
                .flatMap(row -> AccessPoint.of(row).stream())
                .toList();
    }

    /// Asks for a scan with these names. It goes on after the answer: the scan that is asked for next waits for it.
    ///
    /// @return whether it is made
    private boolean probe(Radio radio, List<Ssid> hidden) throws WifiException, InterruptedException {
        var words = new ArrayList<>(List.of("device", "wifi", "rescan", "ifname", radio.name()));
        for (Ssid ssid : hidden) {
            words.add("ssid");
            words.add(name(ssid));
        }
        var answer = nmcli.run(words.toArray(String[]::new));
        if (!answer.isGood()) {
            var failure = Verdicts.of(answer, Right.SCAN);
            if (!(failure instanceof Failure.Other)) {
                throw new WifiException(failure);
            }
            LOG.log(Level.DEBUG, "no probe now: {0}", Verdicts.detail(answer));
        }
        return answer.isGood();
    }

    /// The name as an argument.
    ///
    /// @throws WifiException if it cannot be one
    String name(Ssid ssid) throws WifiException {
        return ssid.utf8()
                .filter(nmcli::canSay)
                .orElseThrow(() -> new WifiException(new Failure.Unsupported(Obstacle.NAME)));
    }

    /// One row for each name and kind of security, the strongest first.
    static List<Network> rows(List<AccessPoint> accessPoints, List<Profile> saved) {
        var strongest = new HashMap<NetworkId, AccessPoint>();
        accessPoints.forEach(accessPoint -> strongest.merge(
                accessPoint.id(), accessPoint, (one, other) -> other.strength() > one.strength() ? other : one));
        var connected = accessPoints.stream()
                .filter(AccessPoint::active)
                .map(AccessPoint::id)
                .findAny();
        return strongest.values().stream()
                .map(accessPoint -> row(accessPoint, saved, connected))
                .sorted(Comparator.comparingInt(Network::strength)
                        .reversed()
                        .thenComparing(network -> network.ssid().hex()))
                .toList();
    }

    private static Network row(AccessPoint accessPoint, List<Profile> saved, Optional<NetworkId> connected) {
        return new Network(
                accessPoint.id(),
                accessPoint.strength(),
                accessPoint.band(),
                saved.stream().anyMatch(profile -> profile.isFor(accessPoint.id())),
                connected.filter(accessPoint.id()::equals).isPresent(),
                obstacle(accessPoint.id().security()));
    }

    /// Why a network of that kind cannot be joined from here, if so.
    static Optional<Obstacle> obstacle(Security security) {
        return switch (security) {
            case WEP -> Optional.of(Obstacle.WEP);
            case ENTERPRISE_192 -> Optional.of(Obstacle.SUITE_B);
            case OPEN, OWE, WPA2, WPA2_WPA3, WPA3, ENTERPRISE -> Optional.empty();
        };
    }
}
