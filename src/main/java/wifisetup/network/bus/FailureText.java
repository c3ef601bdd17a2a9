package wifisetup.network.bus;

import java.util.Optional;
import wifisetup.network.Failure;

/// Words for a failure, as programs of OpenVoiceOS expect them.
final class FailureText {
    private FailureText() {}

    /// The Python client compares with the string `"0"`, and takes it for "the password is missing or wrong".
    static String errorCode(Failure failure) {
        return switch (failure) {
            case Failure.WrongPassword _, Failure.PasswordRequired _ -> "0";
            case Failure.OutOfRange _,
                    Failure.NotKnown _,
                    Failure.ServerNotTrusted _,
                    Failure.CertificateUnusable _,
                    Failure.NoAddress _,
                    Failure.TimedOut _,
                    Failure.Unsupported _,
                    Failure.Denied _,
                    Failure.NoAdapter _,
                    Failure.RfKill _,
                    Failure.Cancelled _,
                    Failure.BackendUnavailable _,
                    Failure.Other _ -> "1";
        };
    }

    /// What kind it is, where the reason does not say: reasons are a closed list, which older programs know.
    static Optional<String> detail(Failure failure) {
        return switch (failure) {
            case Failure.ServerNotTrusted _ -> Optional.of("server_not_trusted");
            case Failure.CertificateUnusable _ -> Optional.of("certificate_unusable");
            case Failure.WrongPassword _,
                    Failure.PasswordRequired _,
                    Failure.OutOfRange _,
                    Failure.NotKnown _,
                    Failure.NoAddress _,
                    Failure.TimedOut _,
                    Failure.Unsupported _,
                    Failure.Denied _,
                    Failure.NoAdapter _,
                    Failure.RfKill _,
                    Failure.Cancelled _,
                    Failure.BackendUnavailable _,
                    Failure.Other _ -> Optional.empty();
        };
    }

    /// A sentence in English.
    static String of(Failure failure) {
        return switch (failure) {
            case Failure.WrongPassword _ -> "Incorrect Password";
            case Failure.PasswordRequired _ -> "Password Required";
            case Failure.OutOfRange _ -> "The network does not answer";
            case Failure.ServerNotTrusted(var detail) -> "The network did not prove who it is: " + detail;
            case Failure.CertificateUnusable(var detail) -> "The certificate or its key cannot be used: " + detail;
            case Failure.NotKnown _ -> "No such network is saved or connected";
            case Failure.NoAddress _ -> "The network gave no address";
            case Failure.TimedOut _ -> "The network did not answer in time";
            case Failure.Unsupported(var obstacle) -> "This kind of network is not supported: " + obstacle;
            case Failure.Denied(var action) -> "Not allowed: " + action;
            case Failure.NoAdapter _ -> "No Wi-Fi adapter";
            case Failure.RfKill(var block) ->
                switch (block) {
                    case SOFTWARE -> "Wi-Fi is off";
                    case SWITCH -> "Wi-Fi is off by a switch";
                    case COUNTRY -> "Wi-Fi waits for its country";
                };
            case Failure.Cancelled _ -> "Cancelled";
            case Failure.BackendUnavailable(var detail) -> "The network service is not available: " + detail;
            case Failure.Other(var detail) -> detail;
        };
    }
}
