package wifisetup.setup;

/// What a set-up must not forget when the program ends, also when it is killed.
///
/// @param watchdog whether a lost connection may start a set-up
/// @param firstBootDone whether a set-up was ever finished or declined
public record Memory(Consent consent, boolean watchdog, boolean firstBootDone) {
    /// What a new device remembers.
    public static final Memory NEW_DEVICE = new Memory(new Consent.Wanted(), true, false);
}
