package wifisetup.network;

/// Why what was asked of the network could not be done. Each kind is told apart because a person does something else
/// about it.
public sealed interface Failure extends JoinOutcome {
    /// The word for programs, as in `ovos.phal.nm.connection.failure`.
    String reason();

    /// The network refused the password, or the account.
    record WrongPassword() implements Failure {
        @Override
        public String reason() {
            return "wrong_password";
        }
    }

    /// The network's server could not show that it is the one that the account is for: somebody else may imitate it.
    ///
    /// @param detail what was found, for the log and the small print
    record ServerNotTrusted(String detail) implements Failure {
        @Override
        public String reason() {
            return "failed";
        }
    }

    /// A file of the account's certificate or key cannot be used.
    ///
    /// @param detail what was found, for the log and the small print
    record CertificateUnusable(String detail) implements Failure {
        @Override
        public String reason() {
            return "failed";
        }
    }

    /// The network wants a password, or an account, and none was given or saved.
    record PasswordRequired() implements Failure {
        @Override
        public String reason() {
            return "password_required";
        }
    }

    /// No access point of that name answers.
    record OutOfRange() implements Failure {
        @Override
        public String reason() {
            return "not_found";
        }
    }

    /// Nothing of that name is saved or connected here, whatever is in the air.
    record NotKnown() implements Failure {
        @Override
        public String reason() {
            return "not_found";
        }
    }

    /// The network admitted the device but gave it no address.
    record NoAddress() implements Failure {
        @Override
        public String reason() {
            return "no_ip";
        }
    }

    /// Nothing conclusive happened within the time allowed.
    record TimedOut() implements Failure {
        @Override
        public String reason() {
            return "timeout";
        }
    }

    /// The kind of security cannot be used from here.
    record Unsupported(Obstacle obstacle) implements Failure {
        @Override
        public String reason() {
            return "unsupported";
        }
    }

    /// The system does not let this program do that.
    ///
    /// @param action the permission that is missing, as the system names it (a polkit action)
    record Denied(String action) implements Failure {
        @Override
        public String reason() {
            return "denied";
        }
    }

    /// The machine has no Wi-Fi adapter, or it was pulled.
    record NoAdapter() implements Failure {
        @Override
        public String reason() {
            return "no_adapter";
        }
    }

    /// The radio is off.
    record RfKill(Block by) implements Failure {
        @Override
        public String reason() {
            return "rfkill";
        }
    }

    /// Somebody cancelled it, or a newer request took its place.
    record Cancelled() implements Failure {
        @Override
        public String reason() {
            return "cancelled";
        }
    }

    /// The service that runs the radio is missing or stopped answering.
    ///
    /// @param detail what was found, for the log and the small print
    record BackendUnavailable(String detail) implements Failure {
        @Override
        public String reason() {
            return "backend_unavailable";
        }
    }

    /// Something else.
    ///
    /// @param detail what was found, for the log and the small print
    record Other(String detail) implements Failure {
        @Override
        public String reason() {
            return "failed";
        }
    }
}
