package wifisetup.device;

import java.time.Instant;
import java.util.List;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;

/// How a change of the device's network that a manager asked for stands. It is kept once it has proved
/// itself; else the device goes back to the network it was on.
public sealed interface NetworkTrial {
    /// None is under way.
    record None() implements NetworkTrial {}

    /// The device tries it.
    ///
    /// @param number which trial this is
    /// @param change what is tried
    /// @param keeping what proves that it serves
    /// @param until when the device goes back unless it was kept before
    /// @param course how far it has come
    record Running(long number, NetworkChange change, Keeping keeping, Instant until, Course course)
            implements NetworkTrial {
        /// Whether the device is on that network.
        public boolean reached() {
            return switch (course) {
                case Course.OnTheWay _ -> false;
                case Course.There _, Course.Staying _ -> true;
            };
        }

        Running at(Course next) {
            return new Running(number, change, keeping, until, next);
        }
    }

    /// How far a trial has come.
    sealed interface Course {
        /// The device joins the network.
        ///
        /// @param stage of the join
        record OnTheWay(JoinStage stage) implements Course {}

        /// The device is on it, and waits for its manager to return and confirm.
        record There() implements Course {}

        /// The network is being kept; nothing ends the trial but the end of that.
        ///
        /// @param questions who has confirmed, and waits to hear that it is kept
        record Staying(List<Long> questions) implements Course {
            /// Keeps its own copy.
            public Staying {
                questions = List.copyOf(questions);
            }
        }
    }

    /// The device has gone back; this stays until the person at the panel has seen it, or the next trial.
    record Returned(NetworkChange change, Reason reason) implements NetworkTrial {}

    /// Why the device went back.
    sealed interface Reason {
        /// The network could not be joined, or gave no address.
        record NotReached(Failure failure) implements Reason {}

        /// Nobody returned over it to say that it serves.
        record NotConfirmed() implements Reason {}
    }
}
