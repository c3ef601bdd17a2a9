package wifisetup.platform;

import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Why there is no connection to the platform.
public sealed interface ConnectionFailure {
    /// What was found, for a log; never a secret.
    String detail();

    /// Nobody answers at that address.
    record Unreachable(String detail) implements ConnectionFailure {}

    /// Somebody answers, who cannot prove to be the platform: the certificate is not trusted, or another host's.
    record NotTrusted(String detail) implements ConnectionFailure {}

    /// The platform does not accept user and password, or the certificate that we present.
    record WrongCredentials(String detail) implements ConnectionFailure {}

    /// The platform refused something else while the session was being opened.
    ///
    /// @param status its answer's HTTP status code
    record Refused(int status, String detail) implements ConnectionFailure {}

    /// Somebody answers who does not speak as the platform does.
    record NotUnderstood(String detail) implements ConnectionFailure {}

    /// The platform did not answer in time.
    ///
    /// @param stage what it was at
    record TimedOut(Stage stage) implements ConnectionFailure {
        @Override
        public String detail() {
            return "no answer in time";
        }
    }

    /// There was a connection, and it broke.
    record Lost(String detail) implements ConnectionFailure {}

    /// What a failure of TLS means, whatever transport met it; none if TLS has no part in it.
    ///
    /// A certificate that we do not accept is distrust, and one of ours that the platform does not accept is wrong
    /// credentials. A link that is cut is neither.
    static Optional<ConnectionFailure> ofTls(Throwable thrown) {
        var causes = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .toList();
        return causes.stream()
                .filter(SSLException.class::isInstance)
                .findFirst()
                .map(tls -> ofTls(causes, String.valueOf(tls.getMessage())));
    }

    private static ConnectionFailure ofTls(List<Throwable> causes, String said) {
        String detail = "TLS: " + said;
        if (causes.stream().anyMatch(CertificateException.class::isInstance)) {
            return new NotTrusted(detail);
        }
        if (isAboutOurCertificate(said)) {
            return new WrongCredentials(detail);
        }
        return isOfAnotherProtocol(said) ? new NotUnderstood(detail) : new Lost(detail);
    }

    /// No TLS at all, in the words of the JDK and of Netty; or none of ours, as another alert says.
    private static boolean isOfAnotherProtocol(String said) {
        return Stream.of("unrecognized SSL message", "not an SSL/TLS record", "fatal alert: ")
                .anyMatch(said::contains);
    }

    /// The alerts that are about a certificate (RFC 8446 section 6.2), in the JDK's words for one that was received.
    private static boolean isAboutOurCertificate(String said) {
        return Stream.of(
                        "bad_certificate",
                        "unsupported_certificate",
                        "certificate_revoked",
                        "certificate_expired",
                        "certificate_unknown",
                        "unknown_ca",
                        "access_denied",
                        "certificate_required")
                .anyMatch(alert -> said.contains("fatal alert: " + alert));
    }
}
