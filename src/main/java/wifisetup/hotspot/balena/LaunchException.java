package wifisetup.hotspot.balena;

import wifisetup.network.Failure;

/// The program could not be started.
final class LaunchException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    /// Says `failure`, of which `cause` is the proof.
    LaunchException(Failure failure, Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    /// Says `failure`.
    LaunchException(Failure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    /// What to tell a person or a program.
    Failure failure() {
        return failure;
    }
}
