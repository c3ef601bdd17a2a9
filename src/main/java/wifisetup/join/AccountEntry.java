package wifisetup.join;

import java.util.Optional;
import wifisetup.network.Credentials;
import wifisetup.network.Eap;
import wifisetup.network.ServerTrust;
import wifisetup.secret.Secret;

/// An account for a network, as it was typed: texts, enough or not. Blanks around a text do not count, but in secrets.
///
/// @param identity the user name
/// @param anonymousIdentity the name that those who listen may know; blank: the user name
/// @param password the account's, or the one that opens the private key's file
/// @param certificate the file of the device's certificate
/// @param privateKey the file of its key; blank: the certificate's file holds it too
/// @param authority the file of the authority's certificate
/// @param domain what the server's name ends with
public record AccountEntry(
        String identity,
        String anonymousIdentity,
        Method method,
        Secret password,
        String certificate,
        String privateKey,
        Check check,
        String authority,
        String domain) {
    /// What nobody has typed into: the method and the check that most networks want.
    public static final AccountEntry EMPTY =
            new AccountEntry("", "", Method.PEAP, Secret.EMPTY, "", "", Check.SYSTEM, "", "");

    /// How the account is proved.
    public enum Method {
        /// [Eap.Peap].
        PEAP,
        /// [Eap.Ttls] with [Eap.Inner#MSCHAPV2].
        TTLS_MSCHAPV2,
        /// [Eap.Ttls] with [Eap.Inner#PAP].
        TTLS_PAP,
        /// [Eap.Tls].
        TLS
    }

    /// How the server is checked.
    public enum Check {
        /// By the authorities that the system trusts, and a domain.
        SYSTEM,
        /// By an authority's certificate in a file.
        AUTHORITY,
        /// Not at all.
        NONE
    }

    /// What is missing, the first thing from top to bottom.
    public enum Lack {
        /// The user name.
        IDENTITY,
        /// The password.
        PASSWORD,
        /// The certificate's file, by its whole path.
        CERTIFICATE,
        /// The key's file is not named by its whole path.
        PRIVATE_KEY,
        /// The authority's file, by its whole path.
        AUTHORITY,
        /// The domain: without it anybody's certificate would do.
        DOMAIN
    }

    /// What is missing, if anything is.
    public Optional<Lack> lack() {
        if (identity.isBlank()) {
            return Optional.of(Lack.IDENTITY);
        }
        return proofLack().or(this::trustLack);
    }

    /// The account.
    ///
    /// @throws IllegalStateException if it lacks something
    public Credentials.Account account() {
        if (lack().isPresent()) {
            throw new IllegalStateException("this is no account, it lacks " + lack().get());
        }
        return new Credentials.Account(identity.strip(), anonymousIdentity.strip(), eap(), trust());
    }

    private Optional<Lack> proofLack() {
        if (method != Method.TLS) {
            return password.isEmpty() ? Optional.of(Lack.PASSWORD) : Optional.empty();
        }
        if (!isPath(certificate)) {
            return Optional.of(Lack.CERTIFICATE);
        }
        return privateKey.isBlank() || isPath(privateKey) ? Optional.empty() : Optional.of(Lack.PRIVATE_KEY);
    }

    private Optional<Lack> trustLack() {
        return switch (check) {
            case SYSTEM -> domain.isBlank() ? Optional.of(Lack.DOMAIN) : Optional.empty();
            case AUTHORITY -> isPath(authority) ? Optional.empty() : Optional.of(Lack.AUTHORITY);
            case NONE -> Optional.empty();
        };
    }

    private Eap eap() {
        return switch (method) {
            case PEAP -> new Eap.Peap(password);
            case TTLS_MSCHAPV2 -> new Eap.Ttls(password, Eap.Inner.MSCHAPV2);
            case TTLS_PAP -> new Eap.Ttls(password, Eap.Inner.PAP);
            case TLS ->
                new Eap.Tls(
                        certificate.strip(), privateKey.isBlank() ? certificate.strip() : privateKey.strip(), password);
        };
    }

    private ServerTrust trust() {
        return switch (check) {
            case SYSTEM -> new ServerTrust.SystemAuthorities(domain.strip());
            case AUTHORITY -> new ServerTrust.Authority(authority.strip(), domain.strip());
            case NONE -> new ServerTrust.Anybody();
        };
    }

    private static boolean isPath(String text) {
        return text.strip().length() > 1 && text.strip().startsWith("/");
    }
}
