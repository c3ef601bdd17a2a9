package wifisetup.flux;

import java.security.interfaces.ECPrivateKey;
import java.util.UUID;

/// Which device a key belongs to: what a vendor signs once, when a device is made. The device keeps the
/// signature, never the vendor's private key.
///
/// @param serial the serial number
/// @param uuid the device
/// @param publicKey its public key, byte for byte as it is sent
public record Identity(String serial, UUID uuid, Octets publicKey) {
    /// The serial number by which the protocol's reference client knows devices under development, together with a
    /// UUID that begins with [#DEVELOPMENT_UUID].
    public static final String DEVELOPMENT_SERIAL = "XXXXXXXXXX";

    /// The upper half of the UUID of a device under development: 16 hexadecimal f.
    public static final long DEVELOPMENT_UUID = -1L;

    /// What is signed: the serial number, `$`, the UUID, `$`, the key.
    public Octets signed() {
        return new ByteSink()
                .bytes(Octets.ofText(serial))
                .u8('$')
                .uuid(uuid)
                .u8('$')
                .bytes(publicKey)
                .toOctets();
    }

    /// The vendor's signature: ECDSA over SHA-256, in DER.
    public Octets sign(ECPrivateKey vendor) {
        return Signatures.ECDSA_SHA256.sign(vendor, signed());
    }

    /// Whether this is a device under development, which the reference client accepts without a signature.
    public boolean isDevelopment() {
        return serial.equals(DEVELOPMENT_SERIAL) && uuid.getMostSignificantBits() == DEVELOPMENT_UUID;
    }
}
