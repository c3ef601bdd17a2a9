package wifisetup.platform;

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
}
