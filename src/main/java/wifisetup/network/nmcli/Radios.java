package wifisetup.network.nmcli;

import java.util.Optional;
import wifisetup.network.Block;
import wifisetup.network.Failure;
import wifisetup.network.RadioRules;
import wifisetup.network.WifiException;

/// The Wi-Fi adapters that NetworkManager runs, of which one is used, and what holds for all of them.
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
            var block = block(general());
            if (block.isPresent()) {
                throw new WifiException(new Failure.RfKill(block.get()));
            }
        }
        return radio;
    }

    /// NetworkManager as a whole.
    General general() throws WifiException, InterruptedException {
        return Terse.rows(nmcli.ask(Right.CONTROL, "-t", "-f", "STARTUP,CONNECTIVITY,WIFI-HW,WIFI", "general"), 4)
                .stream()
                .findFirst()
                .map(fields -> new General(
                        fields.get(0).equals("starting"),
                        fields.get(1),
                        fields.get(2).equals("disabled"),
                        fields.get(3).equals("disabled")))
                .orElseThrow(() -> new WifiException(
                        new Failure.BackendUnavailable("nmcli does not tell the state of NetworkManager")));
    }

    /// What keeps the radio off, if it is.
    Optional<Block> block(General general) throws InterruptedException {
        if (general.switchedOff()) {
            return Optional.of(Block.SWITCH);
        }
        if (!general.turnedOff()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (rules.domain()) {
                    case RadioRules.Domain.World _ -> Block.COUNTRY;
                    case RadioRules.Domain.Of _, RadioRules.Domain.Unknown _ -> Block.SOFTWARE;
                });
    }

    /// NetworkManager as a whole.
    ///
    /// @param starting whether it is still coming up
    /// @param connectivity its word for how far the primary connection reaches
    /// @param switchedOff whether a switch keeps the radios off
    /// @param turnedOff whether software does
    record General(boolean starting, String connectivity, boolean switchedOff, boolean turnedOff) {}
}
