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
            case ConnectionFailure.Unreachable _,
                    ConnectionFailure.TimedOut _,
                    ConnectionFailure.Lost _,
                    // It is the platform, and it cannot serve us now.
                    ConnectionFailure.Refused _ ->
                new PlatformLink.Away(next);
            case ConnectionFailure.WrongCredentials _ ->
                new PlatformLink.Refused(next, PlatformLink.Reason.NOT_AUTHORIZED);
            case ConnectionFailure.NotTrusted _ -> new PlatformLink.Refused(next, PlatformLink.Reason.UNTRUSTED);
            case ConnectionFailure.NotUnderstood _ ->
                new PlatformLink.Refused(next, PlatformLink.Reason.FOREIGN);
        };
    }
}
