package wifisetup.lan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/// Public keys of vendors, by which they vouch for their devices.
public final class VendorKey {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    private VendorKey() {}

    /// Reads the elliptic-curve key of `file`: X.509 SubjectPublicKeyInfo in PEM.
    ///
    /// @throws IOException if there is no such file or key
    public static ECPublicKey load(Path file) throws IOException {
        var pem = PEM.matcher(Files.readString(file).strip());
        if (pem.matches()) {
            try {
                var encoded = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
                if (KeyFactory.getInstance("EC").generatePublic(encoded) instanceof ECPublicKey key) {
                    return key;
                }
            } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
                throw new IOException(file + ": expected a public key of an elliptic curve", unreadable);
            }
        }
        throw new IOException(file + ": expected a public key of an elliptic curve in PEM");
    }
}
