package wifisetup.network.dbus.course;

/// What can be noticed of a join while it is under way.
public sealed interface Sign {
    /// NetworkManager began to activate this very connection: what the device does from now on is about it.
    record Began() implements Sign {}

    /// The device changed its state (`Device.StateChanged`).
    ///
    /// @param reason one of NetworkManager's `NMDeviceStateReason`
    record Device(int state, int before, int reason) implements Sign {}

    /// The connection is up (`Connection.Active.StateChanged` to 2).
    record Activated() implements Sign {}

    /// The connection is over (`Connection.Active.StateChanged` to 4); the reason hardly ever tells anything.
    record Over(int reason) implements Sign {}

    /// The supplicant told the status code of an authentication frame (IEEE 802.11-2020, 9.4.1.9); 0 is success.
    record Authentication(int status) implements Sign {}

    /// The supplicant was given the network to join.
    ///
    /// @param block the path of the supplicant's object for it
    record Configured(String block) implements Sign {}

    /// The supplicant told how an account fares (its `EAP` signal).
    record Eap(String status, String parameter) implements Sign {}

    /// The supplicant asks for a secret that it should have: a key's file cannot be opened.
    record Asked() implements Sign {}

    /// Whether the supplicant uses WPA2 alone now: the answer to [Act.UseOlder].
    record Narrowed(boolean done) implements Sign {}

    /// Whether an access point of that network is still in the air: the answer to [Act.LookAround].
    record Looked(boolean inTheAir, boolean last) implements Sign {}

    /// NetworkManager has given up, and nobody can tell whether the network is still in the air.
    ///
    /// @param detail why not
    record Blind(String detail) implements Sign {}

    /// The adapter is no longer there.
    record AdapterGone() implements Sign {}

    /// NetworkManager is no longer there.
    record ServiceGone() implements Sign {}

    /// The time that was allowed by [Act.Allow] is up.
    record TimeUp(Limit limit) implements Sign {}

    /// Somebody wants the join stopped.
    record Cancel() implements Sign {}
}
