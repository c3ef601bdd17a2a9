package wifisetup.platform.websocket;

import java.util.Set;
import java.util.regex.Pattern;
import org.java_websocket.framing.CloseFrame;
import wifisetup.platform.ConnectionFailure;

/// What the library's ways to say no mean.
final class Failures {
    /// Unauthorized, Forbidden (RFC 9110 sections 15.5.2, 15.5.4).
    private static final Set<Integer> REFUSALS = Set.of(401, 403);

    /// What the library says of an HTTP answer other than 101.
    private static final Pattern HTTP_STATUS = Pattern.compile("Invalid status code received: (\\d{3}).*");

    private Failures() {}

    /// Whether that status says that the platform does not accept who we are.
    static boolean isRefusal(int status) {
        return REFUSALS.contains(status);
    }

    /// An exception before the connection was open.
    static ConnectionFailure of(Exception error) {
        return ConnectionFailure.ofTls(error).orElseGet(() -> new ConnectionFailure.Unreachable(detail(error)));
    }

    /// The end of a connection that was open, or whose handshake failed.
    static ConnectionFailure ofEnd(int code, String reason) {
        var http = HTTP_STATUS.matcher(reason);
        if (http.matches()) {
            var detail = "HTTP status " + http.group(1) + " instead of a WebSocket";
            return isRefusal(Integer.parseInt(http.group(1)))
                    ? new ConnectionFailure.WrongCredentials(detail)
                    : new ConnectionFailure.NotUnderstood(detail);
        }
        return switch (code) {
            case CloseFrame.NEVER_CONNECTED -> new ConnectionFailure.Unreachable("nobody answers");
            case CloseFrame.PROTOCOL_ERROR -> new ConnectionFailure.NotUnderstood("no WebSocket: " + reason);
            default -> new ConnectionFailure.Lost("closed with code " + code + (reason.isEmpty() ? "" : ": " + reason));
        };
    }

    private static String detail(Throwable thrown) {
        String message = thrown.getMessage();
        return thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
