package wifisetup.setup;

/// What the bus was told about the device being online: each change from offline to online is announced once.
public sealed interface Online {
    /// Offline.
    record No() implements Online {}

    /// Online; the rest is announced when the clock is set, or when that takes too long.
    ///
    /// @param timer the number of the timer that ends the wait
    record SettingClock(long timer) implements Online {}

    /// Online, and everybody was told.
    record Yes() implements Online {}
}
