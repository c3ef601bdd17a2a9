package wifisetup.platform;

/// What happens to a connection.
sealed interface ConnectionEvent {
    /// The client begins.
    record Start() implements ConnectionEvent {}

    /// The session of that attempt, while it is being opened, has come to `stage`.
    record Reached(long attempt, Stage stage) implements ConnectionEvent {}

    /// The session of that attempt can be used.
    record Opened(long attempt, String gateway) implements ConnectionEvent {}

    /// That attempt failed, or its session broke.
    ///
    /// @param spread a random number from 0 to 1, by which the next attempt comes sooner
    record Ended(long attempt, ConnectionFailure why, double spread) implements ConnectionEvent {}

    /// The pause after that attempt is over.
    record RetryDue(long attempt) implements ConnectionEvent {}

    /// Somebody has reason to hope that an attempt would succeed now.
    record RetryNow() implements ConnectionEvent {}

    /// The client ends.
    record Close() implements ConnectionEvent {}
}
