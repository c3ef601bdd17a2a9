package wifisetup.flux;

/// Why a device refuses. The names are those of the wire.
public enum ErrorCode {
    /// Wrong password or signature, or none yet.
    AUTH_ERROR,
    /// A part of the command is missing, or has no meaning.
    BAD_PARAMS,
    /// There is no key of this name.
    NOT_FOUND,
    /// Understood and tried, but it did not work; from a reference device, too, if it trusts a key already.
    OPERATION_ERROR,
    /// No such command.
    UNKNOWN_COMMAND
}
