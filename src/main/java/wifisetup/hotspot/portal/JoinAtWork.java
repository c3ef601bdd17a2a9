package wifisetup.hotspot.portal;

import java.util.function.Consumer;
import wifisetup.loop.Cancellation;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Wifi;

/// The join that a session of the hotspot is at, if it is at one. Each has a cancellation of its own, which is
/// gone with it: it knows the join, which knows the password.
final class JoinAtWork {
    private final Wifi wifi;
    private Cancellation present = new Cancellation();
    private boolean stopped;

    JoinAtWork(Wifi wifi) {
        this.wifi = wifi;
    }

    /// Joins, unless joins have been stopped.
    JoinOutcome join(JoinRequest request, Consumer<? super JoinStage> progress) throws InterruptedException {
        var cancellation = new Cancellation();
        synchronized (this) {
            if (stopped) {
                return new Failure.Cancelled();
            }
            present = cancellation;
        }
        try {
            return wifi.join(request, cancellation, progress);
        } finally {
            synchronized (this) {
                present = new Cancellation();
            }
        }
    }

    /// Ends the join that is under way.
    synchronized void end() {
        present.cancel();
    }

    /// Ends it, and lets no other begin.
    synchronized void stop() {
        stopped = true;
        present.cancel();
    }
}
