package wifisetup.platform;

import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/// The files by which the two sides prove to each other who they are, all in PEM (RFC 7468).
///
/// @param authority certificates of who may vouch for the platform, in place of those that this Java trusts
/// @param certificate our own certificate, and those between it and the platform's authority
/// @param privateKey the key of that certificate: PKCS #8, not encrypted
public record TlsFiles(Optional<Path> authority, Optional<Path> certificate, Optional<Path> privateKey) {
    /// What this Java trusts, and nothing to present.
    public static final TlsFiles NONE = new TlsFiles(Optional.empty(), Optional.empty(), Optional.empty());

    /// Whom we trust, if that is not what this Java trusts.
    ///
    /// @throws ConfigurationException if the file cannot be used
    public Optional<TrustManagerFactory> trust() throws ConfigurationException {
        return authority.isEmpty() ? Optional.empty() : Optional.of(Pem.trust(authority.get()));
    }

    /// Who we are, if we have something to present.
    ///
    /// @throws ConfigurationException if a file cannot be used, or one of the two is missing
    public Optional<KeyManagerFactory> identity() throws ConfigurationException {
        if (certificate.isEmpty() && privateKey.isEmpty()) {
            return Optional.empty();
        }
        if (certificate.isEmpty() || privateKey.isEmpty()) {
            throw new ConfigurationException("certificate and private_key: expected both or none, found one");
        }
        return Optional.of(Pem.identity(certificate.get(), privateKey.get()));
    }
}
