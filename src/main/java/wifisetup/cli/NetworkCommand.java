package wifisetup.cli;

import java.util.List;
import java.util.Optional;
import wifisetup.network.Country;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.named.SettingsChange;

/// What `wifi-setup-kiosk network` is asked to do.
public sealed interface NetworkCommand {
    /// Show what is in the air, after a scan.
    ///
    /// @param hidden names to probe for
    record Scan(List<Ssid> hidden) implements NetworkCommand {
        /// Keeps its own copy of the names.
        public Scan {
            hidden = List.copyOf(hidden);
        }
    }

    /// Show what is known to be in the air.
    record ListKnown() implements NetworkCommand {}

    /// Show what is saved.
    record ListSaved() implements NetworkCommand {}

    /// Join a network.
    ///
    /// @param hint the kind of security that the asker believes in
    /// @param hidden whether the asker knows that the network keeps its name to itself
    /// @param account who the asker is, where the network wants an account
    /// @param changes what the profile is to hold other than before
    /// @param passwordOnInput whether the password stands on standard input
    record Connect(
            NetworkName name,
            Optional<Security> hint,
            boolean hidden,
            Optional<AccountWish> account,
            SettingsChange changes,
            boolean passwordOnInput)
            implements NetworkCommand {}

    /// Leave a network.
    ///
    /// @param name which; none: the one that the device is on
    record Disconnect(Optional<NetworkName> name) implements NetworkCommand {}

    /// Delete all that is saved of a network.
    record Forget(NetworkName name) implements NetworkCommand {}

    /// Change what is saved of a network.
    record Change(NetworkName name, SettingsChange changes) implements NetworkCommand {}

    /// Turn the radio on.
    ///
    /// @param country where the device is, if that is to be said
    record TurnOn(Optional<Country> country) implements NetworkCommand {}

    /// Show how the device is connected.
    ///
    /// @param watch whether to show each change, too, until somebody ends it
    record Status(boolean watch) implements NetworkCommand {}
}
