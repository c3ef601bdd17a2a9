package wifisetup.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wifisetup.network.Eap;
import wifisetup.network.ServerTrust;

/// An account (IEEE 802.1X), but for its secret.
final class AccountArguments {
    /// The words of `--eap`.
    enum Method {
        /// A password by MSCHAPv2 in a tunnel.
        PEAP,
        /// A password in a tunnel.
        TTLS,
        /// A certificate.
        TLS
    }

    private static final String ROOT = "root";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--identity", paramLabel = "USER", description = "the account, where a network wants one")
    private @Nullable String identity;

    @Option(
            names = "--anonymous-identity",
            paramLabel = "USER",
            description = "what those see who listen, in place of the account")
    private @Nullable String anonymousIdentity;

    @Option(
            names = "--eap",
            paramLabel = "METHOD",
            description = "peap (a password; what holds if nothing is said), ttls (a password) or tls (a certificate)")
    private @Nullable Method method;

    @Option(
            names = "--phase2",
            paramLabel = "METHOD",
            description = "how ttls presents the password: mschapv2 (what holds if nothing is said) or pap")
    private Eap.@Nullable Inner inner;

    @Option(names = "--cert", paramLabel = "FILE", description = "tls: the device's certificate")
    private @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "tls: the certificate's key")
    private @Nullable Path key;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "the authority that vouches for the network's server; none: those that the system trusts")
    private @Nullable Path authority;

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "what the name of the network's server ends with")
    private @Nullable String domain;

    @Option(
            names = "--any-server",
            description = "give the password to whoever bears the network's name: dangerous, and seldom needed")
    private boolean anyServer;

    /// The account, if one was given.
    Optional<AccountWish> wish() {
        if (identity != null) {
            return Optional.of(
                    new AccountWish(identity, anonymousIdentity == null ? "" : anonymousIdentity, proof(), trust()));
        }
        if (anyServer
                || Stream.of(anonymousIdentity, method, inner, certificate, key, authority, domain)
                        .anyMatch(given -> given != null)) {
            throw wrong("an account needs its --identity");
        }
        return Optional.empty();
    }

    private AccountWish.Proof proof() {
        var chosen = method == null ? Method.PEAP : method;
        refuseUnfit(chosen);
        return switch (chosen) {
            case PEAP -> new AccountWish.Proof.Peap();
            case TTLS -> new AccountWish.Proof.Ttls(inner == null ? Eap.Inner.MSCHAPV2 : inner);
            case TLS -> new AccountWish.Proof.Tls(file("--cert", certificate), file("--key", key));
        };
    }

    /// Who gives what a method has no use for has something else in mind.
    private void refuseUnfit(Method chosen) {
        if (chosen != Method.TLS && (certificate != null || key != null)) {
            throw wrong("--cert and --key are for --eap tls");
        }
        if (inner == Eap.Inner.PAP && chosen != Method.TTLS) {
            throw wrong("--phase2 pap is for --eap ttls");
        }
        if (inner == Eap.Inner.MSCHAPV2 && chosen == Method.TLS) {
            throw wrong("--phase2 mschapv2 is for --eap peap and ttls");
        }
    }

    private ServerTrust trust() {
        String ending = domain == null ? "" : domain;
        if (anyServer) {
            if (authority != null || domain != null) {
                throw wrong("--any-server, or --ca and --domain");
            }
            return new ServerTrust.Anybody();
        }
        if (authority != null) {
            return new ServerTrust.Authority(file("--ca", authority), ending);
        }
        if (ending.isEmpty()) {
            throw wrong("whom may the account be shown to? Give --domain, --ca, or both (or --any-server)");
        }
        return new ServerTrust.SystemAuthorities(ending);
    }

    private String file(String option, @Nullable Path path) {
        if (path == null) {
            throw wrong("--eap tls needs " + option);
        }
        var file = new ServiceFile(path);
        if (!file.mayBeReadable(ROOT.equals(System.getProperty("user.name")))) {
            throw wrong(option + ": cannot read " + path);
        }
        return file.text();
    }

    private CommandLine.ParameterException wrong(String message) {
        return Wrong.because(command, message);
    }
}
