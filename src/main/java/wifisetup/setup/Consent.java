package wifisetup.setup;

/// What the person said about connecting at all.
public sealed interface Consent {
    /// Connect.
    record Wanted() implements Consent {}

    /// "Connect later": do not ask again until the device boots.
    ///
    /// @param bootId the boot in which that was said, as the kernel names it
    record Skipped(String bootId) implements Consent {}

    /// "Never connect".
    record Never() implements Consent {}
}
