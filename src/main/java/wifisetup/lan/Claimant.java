package wifisetup.lan;

import java.security.interfaces.RSAPublicKey;
import java.util.UUID;

/// Which device this is: a UUID can be copied, and an address changes.
///
/// @param key its lasting key
record Claimant(UUID uuid, RSAPublicKey key) {
    static Claimant of(Device device) {
        return new Claimant(device.uuid(), device.keys().getFirst());
    }
}
