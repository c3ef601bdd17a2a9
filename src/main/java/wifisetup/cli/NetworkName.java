package wifisetup.cli;

import wifisetup.network.Ssid;
import wifisetup.network.WifiException;
import wifisetup.network.named.Names;

/// A network as somebody names it on a command line.
public sealed interface NetworkName {
    /// Which network that is.
    ///
    /// @throws WifiException if it cannot be any
    Ssid in(Names names) throws WifiException;

    /// A name as a person reads it: what bears it is looked for.
    record Shown(String text) implements NetworkName {
        @Override
        public Ssid in(Names names) throws WifiException {
            return names.find(text);
        }
    }

    /// The very bytes.
    record Exact(Ssid ssid) implements NetworkName {
        @Override
        public Ssid in(Names names) {
            return ssid;
        }
    }
}
