package wifisetup.device.file;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
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

    /// The device's number; made now, if there is none that can be read.
    ///
    /// @throws IOException if a new one cannot be saved
    public UUID uuid() throws IOException {
        Path file = directory.resolve("uuid");
        if (Files.exists(file)) {
            try {
                return UUID.fromString(Files.readString(file).strip());
            } catch (IOException | IllegalArgumentException unreadable) {
                LOG.log(Level.ERROR, "the device's number cannot be read: it gets a new one", unreadable);
                PrivateFile.putAside(file);
            }
        }
        var made = UUID.randomUUID();
        PrivateFile.replace(file, made + "\n");
        return made;
    }

    /// What the maker wrote on the device, if it was provisioned.
    public Optional<String> serial() {
        return read("serial").map(String::strip);
    }

    /// The device's key; made now, if there is none that can be read, which takes seconds on a small machine.
    ///
    /// @throws IOException if a new one cannot be saved
    public KeyPair key() throws IOException {
        Path file = directory.resolve("device-key.pem");
        if (Files.exists(file)) {
            try {
                return pair(Pem.privateKey(Files.readString(file), RSA));
            } catch (IOException | GeneralSecurityException unreadable) {
                LOG.log(Level.ERROR, "the device's key cannot be read: it gets a new one", unreadable);
                PrivateFile.putAside(file);
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
    public Optional<byte[]> signature() {
        return read("identity.signature").flatMap(text -> {
            try {
                return Optional.of(HexFormat.of().parseHex(text.strip()));
            } catch (IllegalArgumentException unreadable) {
                LOG.log(Level.ERROR, "the maker's signature cannot be read", unreadable);
                return Optional.empty();
            }
        });
    }

    /// The key by which the maker's signature is checked, if the device knows it.
    public Optional<PublicKey> vendorKey() {
        return read("vendor.pem").flatMap(text -> {
            try {
                return Optional.of(Pem.publicKey(text, "EC"));
            } catch (GeneralSecurityException unreadable) {
                LOG.log(Level.ERROR, "the maker's key cannot be read", unreadable);
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

    private Optional<String> read(String name) {
        Path file = directory.resolve(name);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException unreadable) {
            LOG.log(Level.ERROR, name + " cannot be read", unreadable);
            return Optional.empty();
        }
    }

    private static KeyPair pair(PrivateKey key) throws GeneralSecurityException {
        if (key instanceof RSAPrivateCrtKey rsa) {
            var spec = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
            return new KeyPair(KeyFactory.getInstance(RSA).generatePublic(spec), key);
        }
        throw new GeneralSecurityException("expected an RSA key with its public exponent, found another");
    }
}
