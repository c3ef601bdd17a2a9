package wifisetup.device.file;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import wifisetup.device.DeviceIdentity;

/// What makes a device itself: its number, its key, and what its maker signed of both.
///
/// The number and the key are made once, at the first start or when the device is provisioned. The maker's
/// signature comes with provisioning; the key by which it was made is not here.
public final class DeviceFiles {
    /// The bits of a new key.
    public static final int KEY_BITS = 3072;

    private static final System.Logger LOG = System.getLogger(DeviceFiles.class.getName());
    private static final String RSA = "RSA";

    private final Path directory;

    /// The files in that directory of the device.
    ///
    /// @throws IOException if it cannot be made
    public DeviceFiles(Path directory) throws IOException {
        PrivateFile.makeDirectory(directory);
        this.directory = directory;
    }

    /// The device's number; made now, if there is none, or what is there is none.
    ///
    /// @throws IOException if it cannot be read at this moment, or a new one cannot be saved
    public UUID uuid() throws IOException {
        Path file = directory.resolve("uuid");
        var text = PrivateFile.read(file);
        if (text.isPresent()) {
            try {
                return UUID.fromString(text.get().strip());
            } catch (IllegalArgumentException malformed) {
                LOG.log(Level.ERROR, "the device gets a new number: " + PrivateFile.putAside(file), malformed);
            }
        }
        var made = UUID.randomUUID();
        PrivateFile.replace(file, made + "\n");
        return made;
    }

    /// What the maker wrote on the device, if it was provisioned. What can be on no label counts as nothing.
    ///
    /// @throws IOException if it cannot be read at this moment
    public Optional<String> serial() throws IOException {
        return PrivateFile.read(directory.resolve("serial")).map(String::strip).filter(text -> {
            boolean fits = DeviceIdentity.isSerial(text);
            if (!fits) {
                LOG.log(Level.ERROR, "the file of the device's serial holds none; it is provisioned no more");
            }
            return fits;
        });
    }

    /// The device's key; made now, which takes seconds on a small machine, if there is none, or what is there
    /// is none.
    ///
    /// @throws IOException if it cannot be read at this moment, or a new one cannot be saved
    public KeyPair key() throws IOException {
        Path file = directory.resolve("device-key.pem");
        var text = PrivateFile.read(file);
        if (text.isPresent()) {
            try {
                return pair(Pem.privateKey(text.get(), RSA));
            } catch (GeneralSecurityException malformed) {
                LOG.log(Level.ERROR, "the device gets a new key: " + PrivateFile.putAside(file), malformed);
            }
        }
        return newKey();
    }

    /// Gives the device another key: what was signed of the one before counts no more.
    ///
    /// @throws IOException if it cannot be saved; the one before is there still
    public KeyPair newKey() throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance(RSA);
            generator.initialize(KEY_BITS);
            var made = generator.generateKeyPair();
            PrivateFile.replace(directory.resolve("device-key.pem"), Pem.of(made.getPrivate()));
            return made;
        } catch (GeneralSecurityException impossible) {
            // Every Java platform has RSA (java.security.KeyPairGenerator).
            throw new IllegalStateException(impossible);
        }
    }

    /// What the maker signed of the device's serial, number and key; none: the device was not provisioned.
    ///
    /// @throws IOException if it cannot be read at this moment
    public Optional<byte[]> signature() throws IOException {
        return PrivateFile.read(directory.resolve("identity.signature")).flatMap(text -> {
            try {
                return Optional.of(HexFormat.of().parseHex(text.strip()));
            } catch (IllegalArgumentException unreadable) {
                LOG.log(Level.ERROR, "the file of the maker's signature holds none", unreadable);
                return Optional.empty();
            }
        });
    }

    /// The key by which the maker's signature is checked, if the device knows it.
    ///
    /// @throws IOException if it cannot be read at this moment
    public Optional<PublicKey> vendorKey() throws IOException {
        return PrivateFile.read(directory.resolve("vendor.pem")).flatMap(text -> {
            try {
                return Optional.of(Pem.publicKey(text, "EC"));
            } catch (GeneralSecurityException unreadable) {
                LOG.log(Level.ERROR, "the file of the maker's key holds none", unreadable);
                return Optional.empty();
            }
        });
    }

    /// Keeps what the maker signed.
    ///
    /// @param vendor the key by which that is checked
    /// @throws IOException if it cannot be saved
    public void provision(String serial, byte[] signature, PublicKey vendor) throws IOException {
        PrivateFile.replace(directory.resolve("vendor.pem"), Pem.of(vendor));
        PrivateFile.replace(directory.resolve("serial"), serial + "\n");
        PrivateFile.replace(
                directory.resolve("identity.signature"), HexFormat.of().formatHex(signature) + "\n");
    }

    private static KeyPair pair(PrivateKey key) throws GeneralSecurityException {
        if (key instanceof RSAPrivateCrtKey rsa) {
            var spec = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
            return new KeyPair(KeyFactory.getInstance(RSA).generatePublic(spec), key);
        }
        throw new GeneralSecurityException("expected an RSA key with its public exponent, found another");
    }
}
