package wifisetup.ui.view;

/// Where the person at the panel is in the pages about the device itself.
public enum DevicePlace {
    /// Not there.
    CLOSED,
    /// What the device is, and how it stands.
    OVERVIEW,
    /// Giving it a name.
    NAME,
    /// Setting the password of its management.
    PASSWORD,
    /// The keys that it trusts.
    KEYS
}
