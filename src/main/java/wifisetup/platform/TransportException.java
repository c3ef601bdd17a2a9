package wifisetup.platform;

import org.jspecify.annotations.Nullable;

/// There is no session with the platform, or no longer.
public final class TransportException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ConnectionFailure failure;

    /// For that reason, caused by what a library said, if it did.
    public TransportException(ConnectionFailure failure, @Nullable Throwable cause) {
        super(failure.detail(), cause);
        this.failure = failure;
    }

    /// Why.
    public ConnectionFailure failure() {
        return failure;
    }
}
