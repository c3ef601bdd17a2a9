package wifisetup.network.nmcli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wifisetup.network.WifiException;

/// The network adapters that NetworkManager knows.
///
/// @param rows each with its name, kind, state, and the UUID of its connection's profile
record Devices(List<List<String>> rows) {
    /// What carries traffic and is not Wi-Fi, as nmcli words it: a cable, a bridge, a modem.
    private static final Set<String> WIRES =
            Set.of("ethernet", "vlan", "bridge", "bond", "team", "infiniband", "gsm", "cdma", "bt");

    private static final Comparator<Radio> PREFERENCE = Comparator.comparing(
                    (Radio radio) -> radio.isConnected() || radio.isConnecting())
            .thenComparing(radio -> !radio.isUnavailable())
            .thenComparing(Radio::name, Comparator.reverseOrder());

    private static final String FIELDS = "DEVICE,TYPE,STATE,CON-UUID";

    static Devices read(Nmcli nmcli) throws WifiException, InterruptedException {
        return new Devices(Terse.rows(nmcli.ask(Right.CONTROL, "-t", "-f", FIELDS, "device"), 4));
    }

    /// The Wi-Fi adapter that is used, of those that are managed: the one that is connected, else one that can be used,
    /// else any.
    Optional<Radio> radio() {
        return rows.stream()
                .filter(row -> row.get(1).equals("wifi") && !row.get(2).equals(Radio.UNMANAGED))
                .map(row -> new Radio(row.get(0), row.get(2), row.get(3)))
                .max(PREFERENCE);
    }

    /// Whether a wired link is on its way onto a network.
    boolean isWireJoining() {
        return rows.stream()
                .anyMatch(row -> WIRES.contains(row.get(1)) && row.get(2).startsWith("connecting"));
    }

    /// The profiles of the wired links that are up.
    List<String> wired() {
        return rows.stream()
                .filter(row -> WIRES.contains(row.get(1))
                        && row.get(2).startsWith("connected")
                        && !row.get(3).isEmpty())
                .map(row -> row.get(3))
                .toList();
    }
}
