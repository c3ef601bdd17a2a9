package wifisetup.flux;

/// What a device makes of a message in an authorised session: a command, or a refusal and why.
public sealed interface Request permits Command, Request.Refused {
    /// No command that can be done.
    ///
    /// @param code the answer
    record Refused(ErrorCode code) implements Request {}
}
