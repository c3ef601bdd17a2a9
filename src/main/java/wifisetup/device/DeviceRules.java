package wifisetup.device;

import java.time.Duration;

/// What a maker decides about the management of a device.
///
/// @param consent whether the person at the panel is asked before a new key is trusted
/// @param consentTime how long the person may take to answer
/// @param trialTime how long a changed network may take to prove itself
/// @param blinkTime how long the device blinks
public record DeviceRules(boolean consent, Duration consentTime, Duration trialTime, Duration blinkTime) {
    /// How many keys a device trusts at most: each is shown on a screen, and lies on the disk.
    public static final int MOST_KEYS = 64;

    /// The rules of a device with a panel, or without.
    public static DeviceRules with(boolean panel) {
        return new DeviceRules(panel, Duration.ofMinutes(1), Duration.ofSeconds(60), Duration.ofSeconds(30));
    }
}
