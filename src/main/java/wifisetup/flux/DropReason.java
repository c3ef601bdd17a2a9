package wifisetup.flux;

/// Why a datagram is dropped.
public enum DropReason {
    /// Longer than [Frame#MAXIMUM_BYTES].
    TOO_LONG,
    /// Does not begin with `FLUX`; or a device's words that do not come from the port that devices have.
    FOREIGN,
    /// Ends before what it announces.
    TRUNCATED,
    /// Goes on behind its end.
    TRAILING_BYTES,
    /// A version of discovery that nobody has described.
    UNKNOWN_VERSION,
    /// An action that its version does not have.
    UNKNOWN_ACTION,
    /// A time or a progress that is no finite number, or a UUID of zeros where a device names itself.
    BAD_VALUE,
    /// A text that is not in its encoding, or metadata without a readable version.
    BAD_TEXT,
    /// No public RSA key of a size that is fit for use.
    BAD_KEY,
    /// The identity is signed by no vendor key that is accepted.
    UNTRUSTED_IDENTITY,
    /// A signature by the device's own key does not fit.
    BAD_SIGNATURE,
    /// An answer to a question that nobody asked, or of the past: an older key of the day than is known.
    UNEXPECTED,
    /// There is no room for yet another device.
    TOO_MANY_DEVICES
}
