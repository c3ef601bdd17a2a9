package wifisetup.platform;

/// What a [ConnectionMachine] knows.
///
/// @param shown how the client stands
/// @param attempt the number of the newest attempt; what an older one says is dropped
/// @param failed how many attempts have failed since there was a connection
/// @param refused how many in a row the platform has refused for their credentials
record Connection(ConnectionState shown, long attempt, int failed, int refused) {
    /// What holds at the start.
    static final Connection INITIAL = new Connection(new ConnectionState.Connecting(1, Stage.CONNECTING), 0, 0, 0);

    Connection at(ConnectionState next) {
        return new Connection(next, attempt, failed, refused);
    }

    /// The next attempt begins.
    Connection trying() {
        return new Connection(
                new ConnectionState.Connecting(failed + 1, Stage.CONNECTING), attempt + 1, failed, refused);
    }

    /// The newest attempt succeeded.
    Connection connected(String gateway) {
        return new Connection(new ConnectionState.Connected(gateway), attempt, 0, 0);
    }

    /// The newest attempt failed.
    Connection failed(boolean forItsCredentials) {
        return new Connection(shown, attempt, failed + 1, forItsCredentials ? refused + 1 : 0);
    }
}
