package wifisetup.lan;

import java.net.InetSocketAddress;
import wifisetup.flux.Frame;

/// What follows from a frame, or from silence.
sealed interface Finding {
    /// A frame is to be sent.
    record Ask(Frame frame, InetSocketAddress to) implements Finding {}

    /// A device is new.
    record Found(Device device) implements Finding {}

    /// A device said something.
    record Updated(Device device) implements Finding {}

    /// A device has been silent for long, also when it was asked.
    record Lost(Device device) implements Finding {}

    /// Two devices claim one UUID.
    record Conflict(Device first, Device second) implements Finding {}
}
