package wifisetup.device.platform;

import java.time.Instant;
import wifisetup.device.PlatformLink;
import wifisetup.platform.ConnectionFailure;
import wifisetup.platform.ConnectionState;

/// The connector's state in the device's words. Pure.
final class LinkOf {
    private LinkOf() {}

    /// @param host the platform's machine
    /// @param now when that state began
    static PlatformLink of(ConnectionState state, String host, Instant now) {
        return switch (state) {
            case ConnectionState.Connecting _ -> new PlatformLink.Connecting();
            case ConnectionState.Connected _ -> new PlatformLink.Connected(host);
            case ConnectionState.Waiting waiting -> waiting(waiting.why(), now.plus(waiting.pause()));
            case ConnectionState.Closed _ -> new PlatformLink.Off();
        };
    }

    private static PlatformLink waiting(ConnectionFailure why, Instant next) {
        return switch (why) {
            case ConnectionFailure.Unreachable _, ConnectionFailure.TimedOut _, ConnectionFailure.Lost _ ->
                new PlatformLink.Away(next);
            case ConnectionFailure.Refused refused when isBusy(refused.status()) -> new PlatformLink.Away(next);
            case ConnectionFailure.WrongCredentials _, ConnectionFailure.Refused _ ->
                new PlatformLink.Refused(next, PlatformLink.Reason.NOT_AUTHORIZED);
            case ConnectionFailure.NotTrusted _ -> new PlatformLink.Refused(next, PlatformLink.Reason.UNTRUSTED);
            case ConnectionFailure.NotUnderstood _ -> new PlatformLink.Refused(next, PlatformLink.Reason.FOREIGN);
        };
    }

    /// Too Many Requests (RFC 6585, 4), or the server's own trouble (RFC 9110, 15.6): it may be over soon.
    private static boolean isBusy(int status) {
        return status == 429 || status >= 500;
    }
}
