package wifisetup.hotspot;

import java.util.Optional;

/// Where the hand-off is.
///
/// @param place what it is at
/// @param session the number of the newest session; what an older one says is dropped
/// @param failures how many sessions have failed since the hand-off began
/// @param guidance what has been said aloud in that session
/// @param released whether the set-up is over, and a join alone goes on to its end
public record HandoffState(Place place, long session, int failures, Guidance guidance, boolean released) {
    /// What holds at the start: nobody at work.
    public static final HandoffState INITIAL = in(new Place.Closed());

    /// What the hand-off is at.
    public sealed interface Place {
        /// Nobody is at work here.
        ///
        /// @param end why the hand-off gave up, if it did
        record Closed(Optional<HotspotEnd> end) implements Place {
            /// Nobody was, or somebody ended it.
            public Closed() {
                this(Optional.empty());
            }
        }

        /// A session runs.
        ///
        /// @param stopping whether somebody has asked it to stop, and it has not yet
        record Running(HotspotRequest request, HotspotState state, boolean stopping) implements Place {}

        /// A session failed, and another one will begin in a moment.
        record Pausing(HotspotRequest request, HotspotEnd end) implements Place {}

        /// The device is on a network; this stays until the person has seen it.
        record Done(HotspotEnd.Connected end) implements Place {}
    }

    /// The first session, in that place.
    public static HandoffState in(Place place) {
        return new HandoffState(place, 0, 0, Guidance.NONE, false);
    }

    HandoffState at(Place next) {
        return new HandoffState(next, session, failures, guidance, released);
    }

    /// A new session, of which nothing has been said.
    HandoffState nextSession() {
        return new HandoffState(place, session + 1, failures, Guidance.NONE, false);
    }

    HandoffState failed(int times) {
        return new HandoffState(place, session, times, guidance, released);
    }

    HandoffState with(Guidance said) {
        return new HandoffState(place, session, failures, said, released);
    }

    HandoffState release() {
        return new HandoffState(place, session, failures, guidance, true);
    }
}
