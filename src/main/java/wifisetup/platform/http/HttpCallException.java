package wifisetup.platform.http;

import java.io.IOException;
import java.io.Serial;

/// A call got no answer, in none of its attempts. The message names method, server and path, and neither the
/// query nor the credentials.
public final class HttpCallException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    HttpCallException(String message, Throwable cause) {
        super(message, cause);
    }
}
