package wifisetup.lan;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import wifisetup.flux.Answer;

/// Why a device could not be managed.
public abstract sealed class DeviceException extends Exception {
    private static final long serialVersionUID = 1L;

    private DeviceException(String message, Throwable cause) {
        super(message, cause);
    }

    private DeviceException(String message) {
        super(message);
    }

    /// The device speaks a protocol that this client does not, such as firmware below 1.1, which is managed
    /// over UDP; or the device does not know the command.
    public static final class NotSupported extends DeviceException {
        private static final long serialVersionUID = 1L;

        NotSupported(String message) {
            super(message);
        }
    }

    /// The device did not let us in, or the session is not authorised yet.
    public static final class NotAuthorized extends DeviceException {
        private static final long serialVersionUID = 1L;
        private static final Pattern WAIT = Pattern.compile("WAIT (\\d{1,6})");

        private final transient Device device;
        private final transient Denial why;

        NotAuthorized(Device device, Denial why) {
            super(sentence(why));
            this.device = device;
            this.why = why;
        }

        /// What a device says beside its refusal; a reference device says nothing.
        static NotAuthorized by(Device device, Answer.Refusal refusal) {
            var wait = WAIT.matcher(refusal.words());
            if (wait.matches()) {
                return new NotAuthorized(device, new Denial.Wait(Duration.ofSeconds(Long.parseLong(wait.group(1)))));
            }
            return new NotAuthorized(
                    device, refusal.words().equals("NO_PASSWORD") ? new Denial.NoPassword() : new Denial.Wrong());
        }

        private static String sentence(Denial why) {
            return switch (why) {
                case Denial.NoPassword _ ->
                    "the device has no password yet, and lets nobody in before one is set at its screen";
                case Denial.Wait(var left) ->
                    "too many wrong passwords: the device lets nobody try from this address for " + left.toSeconds()
                            + " s";
                case Denial.Wrong _ -> "the device did not accept the password or the key";
                case Denial.PasswordWanted _ -> "the device wants a password, and none was shown";
            };
        }

        /// The device.
        public Device device() {
            return device;
        }

        /// Its reason.
        public Denial why() {
            return why;
        }
    }

    /// The device has spoken the stronger protocol before, see [StrongDevices], and does not now: older software,
    /// or somebody who has its key. It was shown nothing. The session has ended.
    public static final class Weakened extends DeviceException {
        private static final long serialVersionUID = 1L;

        Weakened(StrongDevices known) {
            super("the device spoke a stronger protocol before, and does not now"
                    + known.file()
                            .map(file -> "; if its software was replaced by older one, take its line out of " + file)
                            .orElse(""));
        }
    }

    /// Nothing came in time. The session has ended.
    public static final class TimedOut extends DeviceException {
        private static final long serialVersionUID = 1L;

        TimedOut(String message) {
            super(message);
        }

        TimedOut(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// There is no connection, or none any more.
    public static final class ConnectionBroken extends DeviceException {
        private static final long serialVersionUID = 1L;

        ConnectionBroken(String message, Throwable cause) {
            super(message, cause);
        }

        ConnectionBroken(String message) {
            super(message);
        }
    }

    /// What came is not what the protocol says; or the device's certificate has another key than the one that
    /// discovery named: then it is not this device. The session has ended.
    public static final class BadProtocol extends DeviceException {
        private static final long serialVersionUID = 1L;

        BadProtocol(String message) {
            super(message);
        }

        BadProtocol(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// The device understood and refused. The session goes on.
    public static final class OperationFailed extends DeviceException {
        private static final long serialVersionUID = 1L;

        private final String code;

        OperationFailed(String code) {
            super("the device refused: " + code);
            this.code = code;
        }

        /// The device's code, as sent; at most 64 characters of printable ASCII.
        public String code() {
            return code;
        }

        /// What it means, if it is a known one.
        public Optional<Refusal> refusal() {
            return Arrays.stream(Refusal.values())
                    .filter(refusal -> refusal.name().equals(code))
                    .findFirst();
        }
    }

    /// Why a device refuses, by the codes of the wire.
    public enum Refusal {
        /// A part of the command is missing, or has no meaning for this device.
        BAD_PARAMS,
        /// There is no such key.
        NOT_FOUND,
        /// It did not work; or, from a reference device, the key is trusted already.
        OPERATION_ERROR
    }
}
