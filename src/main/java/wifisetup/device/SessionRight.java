package wifisetup.device;

/// By what right a session manages the device.
///
/// @param key the key that the manager presented; it has to be trusted at each command
/// @param proof how the manager showed to be its owner
public record SessionRight(AccessId key, Proof proof) {
    /// How a manager came in.
    public enum Proof {
        /// By a signature of that key.
        SIGNATURE,
        /// By the device's password.
        PASSWORD
    }
}
