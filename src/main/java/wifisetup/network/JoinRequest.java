package wifisetup.network;

/// Which network to join, and with what.
///
/// @param id the network; for one that is not in the list its kind of security is what the person said
/// @param credentials what to present
/// @param hidden whether the access point keeps its name to itself, so that it must be probed by name
public record JoinRequest(NetworkId id, Credentials credentials, boolean hidden) {
    /// The name.
    public Ssid ssid() {
        return id.ssid();
    }
}
