package wifisetup.network.nmcli;

import java.util.Optional;
import wifisetup.network.Block;
import wifisetup.network.Failure;
import wifisetup.network.RadioRules;
import wifisetup.network.WifiException;

/// The Wi-Fi adapter, and what keeps it from working.
final class Radios {
    private final Nmcli nmcli;
    private final RadioRules rules;

    Radios(Nmcli nmcli, RadioRules rules) {
        this.nmcli = nmcli;
        this.rules = rules;
    }

    /// The adapter, ready to be used.
    ///
    /// @throws WifiException if there is none, or its radio is off
    Radio ready() throws WifiException, InterruptedException {
        var radio = Devices.read(nmcli).radio().orElseThrow(() -> new WifiException(new Failure.NoAdapter()));
        if (radio.isUnavailable()) {
            var block = general().block();
            if (block.isPresent()) {
                throw new WifiException(new Failure.RfKill(block.get()));
            }
        }
        return radio;
    }

    /// NetworkManager as a whole.
    General general() throws WifiException, InterruptedException {
        var rows = Terse.rows(nmcli.ask(Right.CONTROL, "-t", "-f", "STARTUP,CONNECTIVITY,WIFI-HW,WIFI", "general"), 4);
        if (rows.isEmpty()) {
            throw new WifiException(new Failure.BackendUnavailable("nmcli does not tell the state of NetworkManager"));
        }
        var fields = rows.getFirst();
        return new General(fields.get(0).equals("starting"), fields.get(1), block(fields.get(2), fields.get(3)));
    }

    private Optional<Block> block(String hardware, String software) throws InterruptedException {
        if (hardware.equals("disabled")) {
            return Optional.of(Block.SWITCH);
        }
        if (!software.equals("disabled")) {
            return Optional.empty();
        }
        return Optional.of(
                switch (rules.domain()) {
                    case RadioRules.Domain.World _ -> Block.COUNTRY;
                    case RadioRules.Domain.Of _, RadioRules.Domain.Unknown _ -> Block.SOFTWARE;
                });
    }

    /// How NetworkManager stands.
    ///
    /// @param starting whether it is still coming up
    /// @param connectivity its word for how far the primary connection reaches
    /// @param block what keeps the radio off, if it is
    record General(boolean starting, String connectivity, Optional<Block> block) {}
}
