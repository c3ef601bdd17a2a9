package wifisetup.network.nmcli;

import java.util.List;
import java.util.Optional;
import wifisetup.network.WifiException;

/// The network adapters that NetworkManager knows.
///
/// @param rows each with its name, kind, state, and the UUID of its connection's profile
record Devices(List<List<String>> rows) {
    private static final String FIELDS = "DEVICE,TYPE,STATE,CON-UUID";

    static Devices read(Nmcli nmcli) throws WifiException, InterruptedException {
        return new Devices(Terse.rows(nmcli.ask(Right.CONTROL, "-t", "-f", FIELDS, "device"), 4));
    }

    /// The first Wi-Fi adapter that is managed, in whatever state.
    Optional<Radio> radio() {
        return rows.stream()
                .filter(row -> row.get(1).equals("wifi") && !row.get(2).equals(Radio.UNMANAGED))
                .findFirst()
                .map(row -> new Radio(row.get(0), row.get(2), row.get(3)));
    }

    /// Whether a wired link is on its way onto a network.
    boolean isWireJoining() {
        return rows.stream()
                .anyMatch(row -> row.get(1).equals("ethernet") && row.get(2).startsWith("connecting"));
    }

    /// The profiles of the wired links that are up.
    List<String> wired() {
        return rows.stream()
                .filter(row -> row.get(1).equals("ethernet")
                        && row.get(2).startsWith("connected")
                        && !row.get(3).isEmpty())
                .map(row -> row.get(3))
                .toList();
    }
}
