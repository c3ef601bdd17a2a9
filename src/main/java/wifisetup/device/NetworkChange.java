package wifisetup.device;

import java.util.Optional;
import wifisetup.network.Credentials;
import wifisetup.network.IpSettings;
import wifisetup.network.Security;
import wifisetup.network.Ssid;

/// What a manager wants the device's network to be.
public sealed interface NetworkChange {
    /// Where the address is to come from.
    IpSettings ipv4();

    /// That Wi-Fi.
    ///
    /// @param hidden whether its access point keeps the name to itself
    /// @param security the kind that the manager believes in; none: what is heard in the air
    /// @param credentials what to present; [Credentials.Saved] if the manager names none
    record Wifi(Ssid ssid, boolean hidden, Optional<Security> security, Credentials credentials, IpSettings ipv4)
            implements NetworkChange {}

    /// The network that the device is on, with another address.
    record Address(IpSettings ipv4) implements NetworkChange {}
}
