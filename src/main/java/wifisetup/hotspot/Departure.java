package wifisetup.hotspot;

/// Why the client of the hand-off leaves by itself.
public sealed interface Departure {
    /// The device is connected.
    record Completed() implements Departure {}

    /// The person at the panel stopped it.
    record Stopped() implements Departure {}

    /// It made way for something better, such as a wired link.
    record Yielded() implements Departure {}

    /// It gives up.
    record GaveUp(HotspotEnd end) implements Departure {}
}
