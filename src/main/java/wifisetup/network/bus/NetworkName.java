package wifisetup.network.bus;

import java.util.Optional;
import wifisetup.network.Ssid;

/// A network as somebody on the bus names it.
///
/// @param text what an answer calls it: as in the request, else as it can be shown
/// @param ssid the bytes, where they are known and not to be guessed from the text
record NetworkName(String text, Optional<Ssid> ssid) {
    /// A network that is known only by how somebody calls it.
    static NetworkName of(String text) {
        return new NetworkName(text, Optional.empty());
    }

    /// A network whose bytes are known.
    static NetworkName of(Ssid ssid) {
        return new NetworkName(ssid.utf8().orElseGet(ssid::display), Optional.of(ssid));
    }
}
