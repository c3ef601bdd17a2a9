package wifisetup.bus;

import java.net.URI;
import java.time.Duration;

/// How we stand with the bus.
public sealed interface BusState {
    /// We are the bus.
    record Serving(URI uri) implements BusState {}

    /// We look for the bus.
    record Connecting(URI uri) implements BusState {}

    /// We joined the bus, for the first time or again: now services register.
    record Connected(URI uri) implements BusState {}

    /// The bus is away.
    ///
    /// @param why what was seen
    /// @param nextAttempt the time until we try again
    record Disconnected(String why, Duration nextAttempt) implements BusState {}

    /// We left for good.
    record Closed() implements BusState {}
}
