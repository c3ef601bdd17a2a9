package wifisetup.ui.page;

import wifisetup.network.Failure;

/// The one thing that most likely helps after a join failed.
enum Remedy {
    /// Type the password again.
    REENTER,
    /// Try the same again.
    RETRY,
    /// Choose another network.
    CHOOSE_ANOTHER,
    /// Turn the radio on.
    TURN_ON,
    /// Say in which country the device is.
    SAY_COUNTRY;

    static Remedy of(Failure failure) {
        return switch (failure) {
            case Failure.WrongPassword _,
                    Failure.PasswordRequired _,
                    Failure.ServerNotTrusted _,
                    Failure.CertificateUnusable _ -> REENTER;
            case Failure.Unsupported _ -> CHOOSE_ANOTHER;
            case Failure.RfKill(var by) ->
                switch (by) {
                    case SOFTWARE -> TURN_ON;
                    case COUNTRY -> SAY_COUNTRY;
                    case SWITCH -> RETRY;
                };
            case Failure.OutOfRange _,
                    Failure.NotKnown _,
                    Failure.NoAddress _,
                    Failure.TimedOut _,
                    Failure.Denied _,
                    Failure.NoAdapter _,
                    Failure.Cancelled _,
                    Failure.BackendUnavailable _,
                    Failure.Other _ -> RETRY;
        };
    }
}
