package wifisetup.device;

import java.time.Instant;
import wifisetup.network.Failure;

/// How a change of the device's network that a manager asked for stands. It is kept once it has proved itself;
/// else the device goes back to the network it was on.
public sealed interface NetworkTrial {
    /// None is under way.
    record None() implements NetworkTrial {}

    /// The device tries it.
    ///
    /// @param number which trial this is
    /// @param change what is tried
    /// @param keeping what proves that it serves
    /// @param until when the device goes back unless it was kept before
    /// @param reached whether the device is on it, and waits for its manager to return and confirm
    record Running(long number, NetworkChange change, Keeping keeping, Instant until, boolean reached)
            implements NetworkTrial {
        Running there() {
            return new Running(number, change, keeping, until, true);
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
