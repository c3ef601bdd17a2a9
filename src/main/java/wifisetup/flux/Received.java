package wifisetup.flux;

/// What became of a datagram: a frame, or nothing and why.
public sealed interface Received permits Frame, Received.Dropped {
    /// No frame. Whoever reads counts it in [Drops] and goes on.
    ///
    /// @param reason why it is none
    record Dropped(DropReason reason) implements Received {}
}
