package wifisetup.network;

/// Whoever runs the radio could not do what was asked.
public final class WifiException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    /// Says `failure`, of which `cause` is the proof.
    public WifiException(Failure failure, Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    /// Says `failure`.
    public WifiException(Failure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    /// What to tell a person or a program.
    public Failure failure() {
        return failure;
    }
}
