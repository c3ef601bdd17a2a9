package wifisetup.lan;

import java.util.Arrays;
import java.util.Optional;

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

    /// The device did not let us in: a wrong password or signature, or a command before the session was
    /// authorised.
    public static final class NotAuthorized extends DeviceException {
        private static final long serialVersionUID = 1L;

        NotAuthorized(String message) {
            super(message);
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

        /// The device's code, as sent.
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
        /// It did not work; or the key is trusted already.
        OPERATION_ERROR
    }
}
