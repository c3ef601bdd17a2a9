package wifisetup.device;

/// What a device is at, as those who look for it on the network are told.
public sealed interface Activity {
    /// Nothing: it waits for whoever wants something.
    record Idle() implements Activity {}

    /// Somebody chooses how to set it up.
    record Choosing() implements Activity {}

    /// Somebody sets it up.
    record SettingUp() implements Activity {}

    /// It joins a network.
    ///
    /// @param progress 0 to 1
    record Joining(float progress) implements Activity {}

    /// It has joined a network, and the person has not yet gone on.
    record Joined() implements Activity {}

    /// It could not join a network, and the person has not yet gone on.
    ///
    /// @param reason a word for programs, at most 32 characters of ASCII
    record NotJoined(String reason) implements Activity {}
}
