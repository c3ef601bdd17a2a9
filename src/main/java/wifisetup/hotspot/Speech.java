package wifisetup.hotspot;

import wifisetup.network.Ssid;

/// What the device says aloud during a hand-off.
public sealed interface Speech {
    /// How to get into the hotspot.
    record JoinHotspot(Access access) implements Speech {}

    /// A phone has come: what to do there.
    record ChooseNetwork() implements Speech {}

    /// The device is on that network.
    record Connected(Ssid ssid) implements Speech {}

    /// It did not get onto a network.
    record JoinFailed(HotspotState.FailedJoin join) implements Speech {}

    /// The hand-off gave up.
    record GaveUp(HotspotEnd end) implements Speech {}
}
