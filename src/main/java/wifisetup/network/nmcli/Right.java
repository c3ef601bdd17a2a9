package wifisetup.network.nmcli;

/// What the system has to allow (polkit's actions, `pkaction`).
enum Right {
    /// To connect, to disconnect.
    CONTROL("network-control"),
    /// To make, change and delete profiles.
    MODIFY("settings.modify.system"),
    /// To scan.
    SCAN("wifi.scan"),
    /// To turn the radio on.
    SWITCH_RADIO("enable-disable-wifi");

    private final String name;

    Right(String name) {
        this.name = name;
    }

    /// The action's name.
    String action() {
        return "org.freedesktop.NetworkManager." + name;
    }
}
