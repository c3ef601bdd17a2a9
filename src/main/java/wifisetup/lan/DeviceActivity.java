package wifisetup.lan;

import java.util.Optional;

/// What a device does, as its status id says.
public enum DeviceActivity {
    /// Waits for work.
    IDLE,
    /// Prepares a task.
    INIT,
    /// Begins a task.
    STARTING,
    /// Goes on after a pause.
    RESUMING,
    /// Works on a task.
    RUNNING,
    /// Rests within a task.
    PAUSED,
    /// Is about to rest.
    PAUSING,
    /// Has done a task.
    COMPLETED,
    /// Is about to end a task.
    COMPLETING,
    /// Has given a task up.
    ABORTED,
    /// Is about to give a task up.
    ABORTING,
    /// Somebody maintains it.
    MAINTAIN,
    /// It scans.
    SCAN,
    /// A program drives it.
    SDK;

    /// The activity of a status id, if it is a known one.
    public static Optional<DeviceActivity> of(int id) {
        return Optional.ofNullable(
                switch (id) {
                    case 0 -> IDLE;
                    case 1 -> INIT;
                    case 4 -> STARTING;
                    case 6, 18 -> RESUMING;
                    case 16 -> RUNNING;
                    case 36, 48 -> PAUSED;
                    case 38, 50 -> PAUSING;
                    case 64 -> COMPLETED;
                    case 66 -> COMPLETING;
                    case 128 -> ABORTED;
                    case 130 -> ABORTING;
                    case -1 -> MAINTAIN;
                    case -2 -> SCAN;
                    case -3 -> SDK;
                    default -> null;
                });
    }
}
