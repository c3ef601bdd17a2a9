package wifisetup.message;

/// A well-formed frame of the bus, as it looks to whoever holds our key or none.
public sealed interface Frame {
    /// A frame that we may read.
    ///
    /// @param message what it says
    record Clear(Message message) implements Frame {}

    /// A frame that is meant for others: encrypted when we have no key or another one, or in clear when we have a key.
    ///
    /// @param why the reason, without any content
    record Foreign(String why) implements Frame {}
}
