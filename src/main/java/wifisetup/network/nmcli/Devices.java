package wifisetup.network.nmcli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wifisetup.network.WifiException;

/// The network adapters that NetworkManager knows.
///
/// @param rows each with its name, kind, state, and the UUID of its connection's profile
record Devices(List<List<String>> rows) {
    /// What a cable may carry; a bridge or a bond has one in it.
    private static final Set<String> WIRES = Set.of("ethernet", "vlan", "bridge", "bond", "team", "infiniband");

    private static final String FIELDS = "DEVICE,TYPE,STATE,CON-UUID";

    static Devices read(Nmcli nmcli) throws WifiException, InterruptedException {
        return new Devices(Terse.rows(nmcli.ask(Right.CONTROL, "-t", "-f", FIELDS, "device"), 4));
    }

    private static final Comparator<Radio> PREFERENCE = Comparator.comparing(
                    (Radio radio) -> radio.isConnected() || radio.isConnecting())
            .thenComparing(radio -> !radio.isUnavailable())
            .thenComparing(Radio::name, Comparator.reverseOrder());

    /// The Wi-Fi adapter that is used, of those that are managed: the one that is connected, else one that can be used,
    /// else any.
    Optional<Radio> radio() {
        return rows.stream()
                .filter(row -> row.get(1).equals("wifi") && !row.get(2).equals(Radio.UNMANAGED))
                .map(row -> new Radio(row.get(0), row.get(2), row.get(3)))
                .max(PREFERENCE);
    }

    /// The profiles of the wired links that are up.
    List<String> wired() {
        return wires("connected").filter(profile -> !profile.isEmpty()).toList();
    }

    /// Whether a wired link is on its way.
    boolean isWireConnecting() {
        return wires("connecting").findAny().isPresent();
    }

    private Stream<String> wires(String state) {
        return rows.stream()
                .filter(row -> WIRES.contains(row.get(1)) && row.get(2).startsWith(state))
                .map(row -> row.get(3));
    }
}
