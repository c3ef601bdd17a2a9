package wifisetup.bus;

import org.jspecify.annotations.Nullable;

/// The bus could not be started as configured. The message says what was expected, what was found and what to do.
public final class BusException extends Exception {
    private static final long serialVersionUID = 1L;

    BusException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
