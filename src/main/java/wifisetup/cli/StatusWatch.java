package wifisetup.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import wifisetup.loop.Timer;
import wifisetup.network.Adapter;
import wifisetup.network.Failure;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;

/// Waits for what a [Wifi] shows, for one reader.
final class StatusWatch {
    /// How long NetworkManager may take to say how things stand.
    private static final Duration FIRST_WORD = Duration.ofSeconds(5);

    /// Nothing: too much time went by.
    private final BlockingQueue<Optional<NetworkStatus>> shown = new LinkedBlockingQueue<>();

    private final Timer.Scheduled limit;

    private boolean begun;

    /// A watch that begins now.
    StatusWatch(Wifi wifi, Timer timer) {
        limit = timer.after(FIRST_WORD, () -> shown.add(Optional.empty()));
        wifi.observe(status -> {
            if (!status.equals(NetworkStatus.UNKNOWN)) {
                shown.add(Optional.of(status));
            }
        });
    }

    /// How things stand, or how they have changed. Whoever runs the radio may go and come back: that is a change.
    ///
    /// @throws WifiException if nobody is there who knows when the watch begins
    NetworkStatus next() throws WifiException, InterruptedException {
        var status = shown.take().orElseThrow(() -> new WifiException(new Failure.TimedOut()));
        limit.cancel();
        if (!begun && status.adapter() instanceof Adapter.Unavailable(var detail)) {
            throw new WifiException(new Failure.BackendUnavailable(detail));
        }
        begun = true;
        return status;
    }
}
