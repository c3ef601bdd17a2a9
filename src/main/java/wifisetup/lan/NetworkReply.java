package wifisetup.lan;

/// What a device said to another network. Either way the session has ended: the device leaves this network.
public enum NetworkReply {
    /// It tries the network, and goes back after 60 seconds unless [DeviceSession#confirmNetwork] is called in
    /// an authorised session on the new one; [NetworkMove] does that.
    TO_BE_CONFIRMED,
    /// A reference device, which does not say; or ours on the reference path, which keeps the network if it
    /// gives an address.
    UNSAID
}
