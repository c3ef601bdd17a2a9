package wifisetup.platform;

import java.time.Duration;

/// How a client stands with its platform, for whoever shows it.
public sealed interface ConnectionState {
    /// On the way there.
    ///
    /// @param attempt which one since there was a connection last: 1 or more
    /// @param stage how far it has come
    record Connecting(int attempt, Stage stage) implements ConnectionState {}

    /// The platform has let us in and knows our devices.
    ///
    /// @param gateway the gateway id under which it knows us
    record Connected(String gateway) implements ConnectionState {}

    /// An attempt failed, or the connection broke; another attempt follows.
    ///
    /// @param failed how many attempts have failed since there was a connection: 0 or more
    /// @param why why there is none
    /// @param pause the time from then to the next attempt
    record Waiting(int failed, ConnectionFailure why, Duration pause) implements ConnectionState {}

    /// The client was closed.
    record Closed() implements ConnectionState {}
}
