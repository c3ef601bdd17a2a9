package wifisetup.network.bus;

/// What is done, and either works or fails.
enum Deed {
    /// Looking for networks.
    SCAN("scan"),
    /// Reading what is saved.
    SAVED("saved"),
    /// Looking how far the network reaches.
    CHECK("check.connectivity"),
    /// Getting onto a network.
    CONNECTION("connection"),
    /// Leaving it.
    DISCONNECTION("disconnection"),
    /// Deleting what is saved of it.
    FORGETTING("forget"),
    /// Changing its settings.
    CHANGE("change"),
    /// Turning the radio on.
    TURNING_ON("turn.on");

    private final String word;

    Deed(String word) {
        this.word = word;
    }

    /// How the types of its answers begin.
    String word() {
        return word;
    }
}
