package wifisetup.network.nmcli;

import java.util.Optional;
import wifisetup.network.Block;
import wifisetup.network.Failure;
import wifisetup.network.WifiException;

/// The Wi-Fi adapter that NetworkManager runs: the first, if there are several.
///
/// @param name the interface, for example `wlan0`
/// @param state nmcli's word for it
/// @param profile the UUID of the profile of its connection, or the empty text
record Radio(String name, String state, String profile) {
    static final String UNMANAGED = "unmanaged";
    static final String UNAVAILABLE = "unavailable";

    /// The adapter, ready to be used.
    ///
    /// @throws WifiException if there is none, or its radio is off
    static Radio ready(Nmcli nmcli) throws WifiException, InterruptedException {
        var radio = Devices.read(nmcli).radio().orElseThrow(() -> new WifiException(new Failure.NoAdapter()));
        if (radio.isUnavailable()) {
            var block = General.read(nmcli).block();
            if (block.isPresent()) {
                throw new WifiException(new Failure.RfKill(block.get()));
            }
        }
        return radio;
    }

    boolean isUnavailable() {
        return state.equals(UNAVAILABLE);
    }

    boolean isConnecting() {
        return state.startsWith("connecting");
    }

    boolean isConnected() {
        return state.startsWith("connected");
    }

    /// NetworkManager as a whole.
    ///
    /// @param starting whether it is still coming up
    /// @param connectivity its word for how far the primary connection reaches
    /// @param block what keeps the radio off, if it is
    record General(boolean starting, String connectivity, Optional<Block> block) {
        static General read(Nmcli nmcli) throws WifiException, InterruptedException {
            var fields = Terse.rows(
                            nmcli.ask(Right.CONTROL, "-t", "-f", "STARTUP,CONNECTIVITY,WIFI-HW,WIFI", "general"), 4)
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> new WifiException(
                            new Failure.BackendUnavailable("nmcli does not tell the state of NetworkManager")));
            return new General(fields.get(0).equals("starting"), fields.get(1), block(fields.get(2), fields.get(3)));
        }

        private static Optional<Block> block(String hardware, String software) {
            if (hardware.equals("disabled")) {
                return Optional.of(Block.SWITCH);
            }
            return software.equals("disabled") ? Optional.of(Block.SOFTWARE) : Optional.empty();
        }
    }
}
