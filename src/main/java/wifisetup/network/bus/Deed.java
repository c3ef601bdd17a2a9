package wifisetup.network.bus;

/// What is done to a network, and either works or fails.
enum Deed {
    /// Getting onto it.
    CONNECTION("connection"),
    /// Leaving it.
    DISCONNECTION("disconnection"),
    /// Deleting what is saved of it.
    FORGETTING("forget");

    private final String word;

    Deed(String word) {
        this.word = word;
    }

    /// How the types of its answers begin.
    String word() {
        return word;
    }
}
