package wifisetup.network;

/// Whether data on a network costs money, so that programs should use little of it (`NMMetered`).
public enum Metered {
    /// The system guesses, from what the network says of itself.
    AUTOMATIC,
    /// It does.
    YES,
    /// It does not.
    NO
}
