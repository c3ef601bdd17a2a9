package wifisetup.device;

import java.security.PublicKey;
import wifisetup.secret.Secret;

/// What a manager asks of the device.
public sealed interface Command {
    /// Trust that key, too.
    record AddTrust(PublicKey key, String label) implements Command {}

    /// Tell which keys are trusted.
    record ListTrust() implements Command {}

    /// Trust that key no more; a session by it ends with its next command.
    record RemoveTrust(AccessId id) implements Command {}

    /// Have that name.
    record Rename(DeviceName name) implements Command {}

    /// Have that password.
    ///
    /// @param keepOthers whether the keys of others stay trusted
    record ChangePassword(Secret old, Secret next, boolean keepOthers) implements Command {}

    /// Have that password, whatever it was before, and trust no other key than the asker's. Only whoever has
    /// proved to own a trusted key may ask that.
    record ResetPassword(Secret next) implements Command {}

    /// Go to that network.
    ///
    /// @param keeping what proves that it serves
    record ChangeNetwork(NetworkChange change, Keeping keeping) implements Command {}

    /// Stay on the network that is on trial: the manager has returned over it.
    record KeepNetwork() implements Command {}

    /// Tell which networks are in the air, after a scan.
    record ScanWifi() implements Command {}
}
