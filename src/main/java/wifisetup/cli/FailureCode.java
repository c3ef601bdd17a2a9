package wifisetup.cli;

import java.util.Locale;
import wifisetup.network.Failure;

/// With which number a command ends that failed: one for each [Failure#reason()].
public enum FailureCode {
    /// Something else.
    FAILED(1, "something else"),
    /// Refused.
    WRONG_PASSWORD(10, "the password or the account is wrong"),
    /// Nothing to present.
    PASSWORD_REQUIRED(11, "none was given or saved, or an account is wanted"),
    /// Not there.
    NOT_FOUND(12, "no network of that name answers, or is saved, or is connected"),
    /// No conclusion.
    TIMEOUT(13, "nothing conclusive happened in time"),
    /// No address.
    NO_IP(14, "the network gave no address"),
    /// Cannot be joined from here.
    UNSUPPORTED(15, "that kind of network cannot be joined from here"),
    /// Not allowed.
    DENIED(16, "the system does not allow it (polkit)"),
    /// No radio.
    NO_ADAPTER(17, "there is no Wi-Fi adapter"),
    /// The radio is off.
    RFKILL(18, "the radio is off"),
    /// No NetworkManager.
    BACKEND_UNAVAILABLE(19, "NetworkManager is not there, or does not answer"),
    /// Another request took its place.
    CANCELLED(20, "another program took over");

    private final int number;
    private final String meaning;

    FailureCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /// The code of that failure.
    public static FailureCode of(Failure failure) {
        return switch (failure) {
            case Failure.WrongPassword _ -> WRONG_PASSWORD;
            case Failure.PasswordRequired _ -> PASSWORD_REQUIRED;
            case Failure.OutOfRange _, Failure.NotKnown _ -> NOT_FOUND;
            case Failure.NoAddress _ -> NO_IP;
            case Failure.TimedOut _ -> TIMEOUT;
            case Failure.Unsupported _ -> UNSUPPORTED;
            case Failure.Denied _ -> DENIED;
            case Failure.NoAdapter _ -> NO_ADAPTER;
            case Failure.RfKill _ -> RFKILL;
            case Failure.Cancelled _ -> CANCELLED;
            case Failure.BackendUnavailable _ -> BACKEND_UNAVAILABLE;
            case Failure.ServerNotTrusted _, Failure.CertificateUnusable _, Failure.Other _ -> FAILED;
        };
    }

    /// The exit code.
    public int number() {
        return number;
    }

    /// What happened, in a few words.
    String meaning() {
        return meaning;
    }

    /// The word for programs.
    String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
