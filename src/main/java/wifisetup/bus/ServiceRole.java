package wifisetup.bus;

/// How a service behaves beside another one of its kind.
public enum ServiceRole {
    /// It serves unless another one answers.
    AUTO,
    /// It serves.
    SERVE,
    /// It leaves the bus to others.
    ABSTAIN
}
