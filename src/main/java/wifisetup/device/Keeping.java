package wifisetup.device;

/// What proves that a changed network serves, so that the device stays on it.
public enum Keeping {
    /// The device has an address there: clients that cannot confirm.
    ON_ADDRESS,
    /// The manager has returned over it and said so.
    ON_RETURN
}
