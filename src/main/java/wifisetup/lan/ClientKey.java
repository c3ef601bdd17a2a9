package wifisetup.lan;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import wifisetup.flux.AccessId;
import wifisetup.flux.KeyEncoding;
import wifisetup.flux.Proof;

/// The RSA key by which devices know a client again. It prints its access id alone. Any thread.
public final class ClientKey {
    /// New keys have this size (NIST SP 800-57, part 1: enough beyond 2030).
    public static final int NEW_BITS = 3072;

    private static final int FINGERPRINT_BYTES = 8;

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private final PrivateKey privateKey;
    private final RSAPublicKey publicKey;

    private ClientKey(PrivateKey privateKey, RSAPublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /// A new key of [#NEW_BITS] bits, which takes about a second.
    public static ClientKey generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(NEW_BITS);
            return of(generator.generateKeyPair());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("RSA is part of each JDK", impossible);
        }
    }

    /// The key of `pair`.
    ///
    /// @throws IllegalArgumentException if it is no RSA key of at least 1024 bits
    public static ClientKey of(KeyPair pair) {
        if (pair.getPublic() instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= KeyEncoding.SMALLEST_BITS) {
            return new ClientKey(pair.getPrivate(), rsa);
        }
        throw new IllegalArgumentException("an RSA key of at least " + KeyEncoding.SMALLEST_BITS + " bits");
    }

    /// Reads the key of `file`: PKCS#8 in PEM, readable by its owner alone.
    ///
    /// @throws IOException if there is no such file, others may read it, or it holds no such key
    public static ClientKey load(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var others = Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);
            if (Files.getPosixFilePermissions(file).stream().anyMatch(others::contains)) {
                throw new IOException(file + ": others may read this key; chmod 600 it, or make another one");
            }
        }
        var pem = PEM.matcher(Files.readString(file).strip());
        if (!pem.matches()) {
            throw new IOException(file + ": expected a private key in PEM, PKCS#8 without a passphrase");
        }
        try {
            var factory = KeyFactory.getInstance("RSA");
            var encoded = Base64.getMimeDecoder().decode(pem.group(1));
            if (factory.generatePrivate(new PKCS8EncodedKeySpec(encoded)) instanceof RSAPrivateCrtKey key) {
                BigInteger exponent = key.getPublicExponent();
                var open = factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), exponent));
                return of(new KeyPair(open, key));
            }
            throw new IOException(file + ": expected an RSA key with its public exponent");
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IOException(file + ": expected an RSA key in PKCS#8", unreadable);
        }
    }

    /// Reads the key of `file`, or makes one and keeps it there, readable by its owner alone.
    ///
    /// @throws IOException as [#load], or if it cannot be kept
    public static ClientKey loadOrCreate(Path file) throws IOException {
        try {
            return load(file);
        } catch (NoSuchFileException _) {
            var made = generate();
            return made.keep(file) ? made : load(file);
        }
    }

    /// @return false if somebody else was faster
    private boolean keep(Path file) throws IOException {
        var place = file.toAbsolutePath();
        var directory = place.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        // Whoever reads the name finds a whole key.
        var beside = place.resolveSibling(place.getFileName() + "." + Long.toUnsignedString(System.nanoTime(), 36));
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createFile(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(beside);
        }
        try {
            Files.writeString(beside, pem(), StandardOpenOption.WRITE);
            Files.createLink(place, beside);
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        } finally {
            Files.delete(beside);
        }
    }

    private String pem() {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(privateKey.getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
    }

    /// The public half, which devices are told.
    public RSAPublicKey publicKey() {
        return publicKey;
    }

    /// How devices name this key: 40 hexadecimal digits.
    public String accessId() {
        return AccessId.of(publicKey).hex();
    }

    /// By what a person at a device's screen compares this key: the first 8 bytes of SHA-256 over its X.509
    /// SubjectPublicKeyInfo, as `1A2B 3C4D 5E6F 7081`.
    public String fingerprint() {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(publicKey.getEncoded());
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(sum, 0, FINGERPRINT_BYTES)
                    .replaceAll("(.{4})(?=.)", "$1 ");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of each JDK", impossible);
        }
    }

    String prove(Proof proof) {
        return proof.sign(privateKey);
    }

    @Override
    public String toString() {
        return "ClientKey[" + accessId() + "]";
    }
}
