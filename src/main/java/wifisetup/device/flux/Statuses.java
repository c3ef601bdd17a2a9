package wifisetup.device.flux;

import java.time.Instant;
import wifisetup.device.Activity;
import wifisetup.flux.Status;

/// What a device is at, in the numbers of the wire.
final class Statuses {
    private static final int IDLE = 0;
    private static final int INITIALISING = 1;
    private static final int STARTING = 4;
    private static final int RUNNING = 16;
    private static final int COMPLETED = 64;
    private static final int ABORTED = 128;

    private static final double MILLIS = 1000;

    private Statuses() {}

    /// The status of a device that has been at `activity` since `since`.
    static Status of(Activity activity, Instant since) {
        return switch (activity) {
            case Activity.Idle _ -> status(since, IDLE, 0, "");
            case Activity.Choosing _ -> status(since, INITIALISING, 0, "");
            case Activity.SettingUp _ -> status(since, STARTING, 0, "");
            case Activity.Joining(float progress) -> status(since, RUNNING, progress, "");
            case Activity.Joined _ -> status(since, COMPLETED, 1, "");
            case Activity.NotJoined(var reason) -> status(since, ABORTED, 0, reason);
        };
    }

    private static Status status(Instant since, int id, float progress, String error) {
        return new Status(since.toEpochMilli() / MILLIS, id, progress, "", error);
    }
}
