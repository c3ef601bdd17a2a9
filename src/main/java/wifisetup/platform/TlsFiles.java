package wifisetup.platform;

import java.nio.file.Path;
import java.util.Optional;

/// The files by which the two sides prove to each other who they are, all in PEM (RFC 7468).
///
/// @param authority certificates of who may vouch for the platform, in place of those that this Java trusts
/// @param certificate our own certificate, and those between it and the platform's authority
/// @param privateKey the key of that certificate: PKCS #8, not encrypted
public record TlsFiles(Optional<Path> authority, Optional<Path> certificate, Optional<Path> privateKey) {
    /// What this Java trusts, and nothing to present.
    public static final TlsFiles NONE = new TlsFiles(Optional.empty(), Optional.empty(), Optional.empty());
}
