package wifisetup.join;

import wifisetup.network.Failure;
import wifisetup.network.ProfileId;

/// Why a password or an account is asked for.
public sealed interface Cause {
    /// The network needs one.
    record Needed() implements Cause {}

    /// The one that was typed did not do.
    record Refused(Failure failure) implements Cause {}

    /// The saved one was refused: it has probably changed.
    record Outdated() implements Cause {}

    /// The person says that the one of this profile has changed.
    record Changed(ProfileId profile) implements Cause {}
}
