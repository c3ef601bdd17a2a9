package wifisetup;

import org.jspecify.annotations.Nullable;

/// The kiosk cannot start. The message says what is missing and what to do about it.
final class StartException extends Exception {
    private static final long serialVersionUID = 1;

    private final ExitCode code;

    StartException(ExitCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}
