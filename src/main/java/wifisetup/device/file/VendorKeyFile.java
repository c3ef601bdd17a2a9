package wifisetup.device.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;

/// The key by which a maker vouches for its devices: the private one in a file for its owner alone, the public
/// one beside it. It stays with the maker; no device has it.
public final class VendorKeyFile {
    private static final String ALGORITHM = "EC";
    /// FIPS 186-5: P-256, as strong as the SHA-256 that is signed.
    private static final String CURVE = "secp256r1";

    private final Path file;

    /// The key in `file`, and in that name with `.pub` behind it.
    public VendorKeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /// Makes a key.
    ///
    /// @throws FileAlreadyExistsException if there is one: devices that it signed would not be known any more
    /// @throws IOException if it cannot be written
    public void make() throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(new ECGenParameterSpec(CURVE));
            var pair = generator.generateKeyPair();
            PrivateFile.replaceForOneself(file, Pem.of(pair.getPrivate()));
            Files.writeString(publicFile(), Pem.of(pair.getPublic()));
        } catch (GeneralSecurityException impossible) {
            // The JDK's own provider has it (SunEC).
            throw new IllegalStateException(impossible);
        }
    }

    /// Where the public key is, which clients are told.
    public Path publicFile() {
        return file.resolveSibling(file.getFileName() + ".pub");
    }

    /// The key.
    ///
    /// @throws IOException if it cannot be read
    public KeyPair load() throws IOException {
        try {
            var secret = Pem.privateKey(Files.readString(file), ALGORITHM);
            if (!(secret instanceof ECPrivateKey)) {
                throw new IOException(file + ": expected a private EC key, found another");
            }
            return new KeyPair(Pem.publicKey(Files.readString(publicFile()), ALGORITHM), secret);
        } catch (GeneralSecurityException unreadable) {
            // Without the cause's text: it may quote what it could not read.
            throw new IOException(file + ": expected a private EC key in PKCS#8", unreadable);
        }
    }
}
