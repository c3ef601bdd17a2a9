package wifisetup.hotspot.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotState.FailedJoin;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Network;
import wifisetup.network.NetworkStatus;

/// Where a session of the own hotspot is.
///
/// @param stage what it is at
/// @param air what was in the air when last looked for
/// @param last the join that failed before, if one did
/// @param guests who is on it
/// @param status the connection, as last heard
/// @param wiredBefore whether a wired link was up when the session began: then that is no news
/// @param failedOpenings how often in a row it could not be opened, or was lost
/// @param timers the number of the newest timer
record PortalState(
        Stage stage,
        Air air,
        Optional<FailedJoin> last,
        Guests guests,
        NetworkStatus status,
        boolean wiredBefore,
        int failedOpenings,
        Timers timers) {

    /// What the session is at.
    sealed interface Stage {
        /// Nothing has begun.
        record Fresh() implements Stage {}

        /// Networks are looked for; the access point is closed.
        record Searching() implements Stage {}

        /// The access point opens.
        ///
        /// @param lost why it is gone already, while its page is still on the way, if it is
        record Opening(Optional<Failure> lost) implements Stage {}

        /// Phones can join.
        record Open() implements Stage {}

        /// A join was asked for; the access point closes when that timer is up.
        record Farewell(JoinRequest request, long timer) implements Stage {}

        /// The access point is closed, and the device joins.
        record Joining(JoinRequest request, JoinStage reached) implements Stage {}

        /// The access point is closed, and saved networks are tried.
        record TryingKnown() implements Stage {}

        /// The access point was lost; what follows is decided when that timer is up.
        record Lost(Failure failure, long timer) implements Stage {}

        /// Somebody wants an end: what is under way comes to its own first.
        record Stopping(HotspotEnd end) implements Stage {}

        /// It is over.
        record Over(HotspotEnd end) implements Stage {}
    }

    /// What was in the air, and when.
    record Air(List<Network> networks, Instant at) {
        /// Keeps its own copy.
        Air {
            networks = List.copyOf(networks);
        }
    }

    /// Who is on the hotspot.
    ///
    /// @param stations how many phones, as far as the system tells
    /// @param visited whether somebody has opened the page since it last opened
    /// @param signs counts what anybody did
    record Guests(int stations, boolean visited, long signs) {
        boolean isThere() {
            return stations > 0 || visited;
        }

        /// Where stations are told and none is there, nobody has the page open.
        Guests with(int count) {
            return new Guests(count, visited && count > 0, signs + 1);
        }

        Guests acted() {
            return new Guests(stations, visited, signs + 1);
        }

        Guests seen() {
            return new Guests(stations, true, signs + 1);
        }

        /// Whoever was there has to come again.
        Guests gone() {
            return new Guests(0, false, signs);
        }
    }

    /// The timers that run while the hotspot is open.
    ///
    /// @param newest the number of the newest one
    /// @param known the one that ends the wait for saved networks, or 0
    /// @param idle the one that ends the session if nothing happens, or 0
    /// @param signs what [Guests#signs] was when that one began
    record Timers(long newest, long known, long idle, long signs) {
        /// With one more.
        Timers next() {
            return new Timers(newest + 1, known, idle, signs);
        }

        /// The newest one ends the wait for saved networks.
        Timers forKnown() {
            return new Timers(newest, newest, idle, signs);
        }

        /// The newest one ends the session, unless more than `now` is heard of anybody.
        Timers forIdle(long now) {
            return new Timers(newest, known, newest, now);
        }
    }

    static PortalState initial(Instant now) {
        return new PortalState(
                new Stage.Fresh(),
                new Air(List.of(), now),
                Optional.empty(),
                new Guests(0, false, 0),
                NetworkStatus.UNKNOWN,
                false,
                0,
                new Timers(0, 0, 0, 0));
    }

    PortalState at(Stage next) {
        return new PortalState(next, air, last, guests, status, wiredBefore, failedOpenings, timers);
    }

    PortalState with(Air heard) {
        return new PortalState(stage, heard, last, guests, status, wiredBefore, failedOpenings, timers);
    }

    PortalState failed(FailedJoin join) {
        return new PortalState(stage, air, Optional.of(join), guests, status, wiredBefore, failedOpenings, timers);
    }

    PortalState with(Guests present) {
        return new PortalState(stage, air, last, present, status, wiredBefore, failedOpenings, timers);
    }

    /// With that connection. A wire that is up at the start is no news until it has been down.
    PortalState hearing(NetworkStatus heard) {
        boolean before = heard.wired() && (stage instanceof Stage.Fresh || wiredBefore);
        return new PortalState(stage, air, last, guests, heard, before, failedOpenings, timers);
    }

    /// Whether a wired link came up during the session.
    boolean isNewlyWired() {
        return status.wired() && !wiredBefore;
    }

    PortalState failedOpenings(int count) {
        return new PortalState(stage, air, last, guests, status, wiredBefore, count, timers);
    }

    PortalState with(Timers running) {
        return new PortalState(stage, air, last, guests, status, wiredBefore, failedOpenings, running);
    }
}
