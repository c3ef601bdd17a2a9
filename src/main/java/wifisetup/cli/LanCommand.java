package wifisetup.cli;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import wifisetup.lan.NetworkChange.FixedAddress;
import wifisetup.lan.Target;
import wifisetup.lan.WifiSecurity;

/// What `wifi-setup-kiosk discover` and `manage` are asked to do.
public sealed interface LanCommand {
    /// Whom to believe.
    Belief belief();

    /// Whom to believe, and with what.
    ///
    /// @param vendors files with the keys of more vendors
    /// @param development whether devices under development are believed
    record Belief(List<Path> vendors, boolean development) {
        /// Keeps its own copy of the files.
        public Belief {
            vendors = List.copyOf(vendors);
        }
    }

    /// Show which devices there are.
    ///
    /// @param timeout how long; empty: until somebody ends it
    record Discover(Belief belief, Optional<Duration> timeout, Optional<UUID> uuid, Optional<InetAddress> address)
            implements LanCommand {}

    /// Manage a device.
    ///
    /// @param key the file of the client's key; empty: the user's own
    /// @param passwords where the passwords come from
    /// @param timeout how long to look for it
    record Manage(
            Belief belief,
            Target target,
            Optional<Path> key,
            PasswordPlaces passwords,
            Duration timeout,
            boolean oldTls,
            Act act)
            implements LanCommand {}

    /// Where passwords come from: a person, if nothing else is said.
    ///
    /// @param stdin each is a line of standard input
    /// @param file the device's is the first line there
    record PasswordPlaces(boolean stdin, Optional<Path> file) {}

    /// What to do with a device.
    sealed interface Act {}

    /// Show what it is and does.
    record Describe() implements Act {}

    /// Call it something else.
    record Rename(String name) implements Act {}

    /// Set another password.
    ///
    /// @param file the new one is the first line there
    /// @param removesKeys whether no other key is trusted any more
    /// @param forgotten whether the old one is not known: the key alone will do
    record ChangePassword(Optional<Path> file, boolean removesKeys, boolean forgotten) implements Act {}

    /// Show the trusted keys.
    record ListTrust() implements Act {}

    /// Trust another key.
    ///
    /// @param key a file with the public key in PEM
    record AddTrust(String label, Path key) implements Act {}

    /// Trust a key no more.
    record RemoveTrust(String accessId) implements Act {}

    /// Let it trust another key of this client's, and this one no more.
    ///
    /// @param successor the file of the other key, made if it is missing
    record RotateKey(Path successor) implements Act {}

    /// Move it to another network.
    ///
    /// @param file the Wi-Fi's password is the first line there
    record MoveTo(
            Optional<FixedAddress> address,
            Optional<String> ssid,
            boolean hidden,
            boolean host,
            WifiSecurity security,
            Optional<Path> file)
            implements Act {}

    /// Show the networks that it sees.
    record WifiList() implements Act {}
}
