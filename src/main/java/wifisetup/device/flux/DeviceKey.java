package wifisetup.device.flux;

import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import wifisetup.flux.Identity;
import wifisetup.flux.KeyEncoding;
import wifisetup.flux.Octets;
import wifisetup.flux.Signatures;

/// The device's key, and what its maker signed of it.
///
/// @param pair the key; it prints nothing of itself
/// @param identity the maker's signature; empty: nobody vouches for this device
/// @param maker the key by which such signatures are checked, if the device knows it
public record DeviceKey(KeyPair pair, Octets identity, Optional<PublicKey> maker) {
    /// Checks that the key is an RSA key.
    ///
    /// @throws IllegalArgumentException if it is not
    public DeviceKey {
        if (!(pair.getPublic() instanceof RSAPublicKey)) {
            throw new IllegalArgumentException(
                    "an RSA key, found " + pair.getPublic().getAlgorithm());
        }
    }

    /// A device that does not know its maker's key.
    public DeviceKey(KeyPair pair, Octets identity) {
        this(pair, identity, Optional.empty());
    }

    /// Whether the maker has signed that; never, if its key is not known.
    boolean isByMaker(Identity signed, Octets signature) {
        return maker.filter(key -> Signatures.ECDSA_SHA256.verify(key, signed.signed(), signature))
                .isPresent();
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
