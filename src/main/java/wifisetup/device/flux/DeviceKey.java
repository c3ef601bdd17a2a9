package wifisetup.device.flux;

import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import wifisetup.flux.KeyEncoding;
import wifisetup.flux.Octets;

/// The device's key, and what its maker signed of it.
///
/// @param pair the key; it prints nothing of itself
/// @param identity the maker's signature; empty: nobody vouches for this device
public record DeviceKey(KeyPair pair, Octets identity) {
    /// Checks that the key is an RSA key.
    ///
    /// @throws IllegalArgumentException if it is not
    public DeviceKey {
        if (!(pair.getPublic() instanceof RSAPublicKey)) {
            throw new IllegalArgumentException(
                    "an RSA key, found " + pair.getPublic().getAlgorithm());
        }
    }

    /// The public key.
    RSAPublicKey publicKey() {
        return (RSAPublicKey) pair.getPublic();
    }

    /// The public key, as it is sent and signed.
    public Octets encoded() {
        return KeyEncoding.der(publicKey());
    }

    @Override
    public String toString() {
        return "device key";
    }
}
