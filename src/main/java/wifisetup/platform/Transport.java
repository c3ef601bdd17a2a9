package wifisetup.platform;

/// A way to a platform, for one client: it opens one session after the other.
public interface Transport extends AutoCloseable {
    /// Opens a session: connects, says who we are, and makes the platform know exactly the devices of `host`.
    ///
    /// Blocks until the session can be used, for as long as the platform goes on answering in time. An interrupt
    /// gives it up. Whatever way this ends but by a session, nothing of the attempt is left.
    ///
    /// @throws TransportException if that did not succeed; [SessionHost#lost] is not told of it
    Session open(SessionHost host) throws TransportException, InterruptedException;

    /// Ends what the transport itself holds, threads and all. Sessions are closed before.
    @Override
    void close();
}
