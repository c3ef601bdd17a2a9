package wifisetup.hotspot;

/// Where the hand-off is.
///
/// @param place what it is at
/// @param session the number of the newest session; what an older one says is dropped
/// @param failures how many sessions have failed since the hand-off began
public record HandoffState(Place place, long session, int failures) {
    /// What holds at the start: nobody at work.
    public static final HandoffState INITIAL = new HandoffState(new Place.Closed(), 0, 0);

    /// What the hand-off is at.
    public sealed interface Place {
        /// Nobody is at work here.
        record Closed() implements Place {}

        /// A session runs.
        ///
        /// @param stopping whether somebody has asked it to stop, and it has not yet
        record Running(HotspotRequest request, HotspotState state, boolean stopping) implements Place {}

        /// A session failed, and another one will begin in a moment.
        record Pausing(HotspotRequest request, HotspotEnd end) implements Place {}

        /// The device is on a network; this stays until the person has seen it.
        record Done(HotspotEnd.Connected end) implements Place {}
    }

    HandoffState at(Place next) {
        return new HandoffState(next, session, failures);
    }

    HandoffState nextSession() {
        return new HandoffState(place, session + 1, failures);
    }

    HandoffState failed(int times) {
        return new HandoffState(place, session, times);
    }
}
