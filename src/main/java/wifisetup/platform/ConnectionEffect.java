package wifisetup.platform;

import java.time.Duration;
import wifisetup.loop.InOrder;

/// What a connection wants done.
sealed interface ConnectionEffect {
    /// Open a session.
    record Open(long attempt) implements ConnectionEffect {}

    /// Say [ConnectionEvent.RetryDue] after `pause`.
    record RetryLater(long attempt, Duration pause) implements ConnectionEffect {}

    /// End the session of that attempt, if it has one.
    record End(long attempt) implements ConnectionEffect {}

    /// Tell the program that there is a connection.
    record TellConnected() implements ConnectionEffect, InOrder {}

    /// Tell the program that the connection has ended.
    record TellDisconnected() implements ConnectionEffect, InOrder {}

    /// Tell whoever closes the client that the program has been told everything.
    record TellClosed() implements ConnectionEffect, InOrder {}
}
