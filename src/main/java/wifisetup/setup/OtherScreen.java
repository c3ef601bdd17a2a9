package wifisetup.setup;

/// Whether another program on the bus has a screen on which a person can choose a client, for a device without a panel
/// of our own.
public sealed interface OtherScreen {
    /// Nobody was asked yet.
    record Unasked() implements OtherScreen {}

    /// Somebody was asked; no answer by the end of that timer means that there is none.
    record Asked(long timer) implements OtherScreen {}

    /// There is one.
    record Present() implements OtherScreen {}

    /// There is none.
    record Absent() implements OtherScreen {}
}
