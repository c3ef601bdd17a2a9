package wifisetup.cli;

import java.util.Locale;
import wifisetup.lan.DeviceException;

/// With which number a command on the local network ends that failed.
public enum LanFailure {
    /// Something else.
    FAILED(1, "something else"),
    /// Not let in.
    NOT_AUTHORIZED(10, "the device did not accept the password or the key, or wants a password"),
    /// Not there.
    NOT_FOUND(12, "no such device answers, or no such key is trusted"),
    /// Too slow.
    TIMEOUT(13, "the device did not answer in time"),
    /// Not to be managed from here.
    NOT_SUPPORTED(15, "the device speaks a protocol, or lacks a command, that this needs"),
    /// No connection.
    CONNECTION_BROKEN(21, "the connection broke"),
    /// Nonsense, or somebody else.
    BAD_PROTOCOL(22, "the device broke the protocol's rules, or has another key than it said"),
    /// Refused.
    REFUSED(23, "the device understood and refused"),
    /// Went back.
    GOES_BACK(24, "the device was not found on the new network, and goes back to the old one"),
    /// Less than before.
    WEAKENED(25, "the device spoke a stronger protocol before, and does not now");

    private final int number;
    private final String meaning;

    LanFailure(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    static LanFailure of(DeviceException failure) {
        return switch (failure) {
            case DeviceException.NotSupported _ -> NOT_SUPPORTED;
            case DeviceException.NotAuthorized _ -> NOT_AUTHORIZED;
            case DeviceException.Weakened _ -> WEAKENED;
            case DeviceException.TimedOut _ -> TIMEOUT;
            case DeviceException.ConnectionBroken _ -> CONNECTION_BROKEN;
            case DeviceException.BadProtocol _ -> BAD_PROTOCOL;
            case DeviceException.OperationFailed refused
            when refused.refusal()
                    .filter(DeviceException.Refusal.NOT_FOUND::equals)
                    .isPresent() -> NOT_FOUND;
            case DeviceException.OperationFailed _ -> REFUSED;
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
