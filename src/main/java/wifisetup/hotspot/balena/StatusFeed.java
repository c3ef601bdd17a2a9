package wifisetup.hotspot.balena;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Wifi;

/// NetworkManager's state for sessions, which come and go, while a [Wifi] keeps its observers for ever.
final class StatusFeed {
    private final List<Consumer<? super NetworkStatus>> followers = new CopyOnWriteArrayList<>();
    private final Object order = new Object();
    private NetworkStatus newest = NetworkStatus.UNKNOWN;

    private StatusFeed() {}

    /// What `wifi` shows from now on.
    static StatusFeed of(Wifi wifi) {
        var feed = new StatusFeed();
        wifi.observe(feed::show);
        return feed;
    }

    /// Shows `follower` the newest status and then each other one, in order, until that is closed. It must not
    /// block.
    Following follow(Consumer<? super NetworkStatus> follower) {
        synchronized (order) {
            followers.add(follower);
            follower.accept(newest);
        }
        return () -> followers.remove(follower);
    }

    private void show(NetworkStatus status) {
        synchronized (order) {
            newest = status;
            followers.forEach(follower -> follower.accept(status));
        }
    }

    /// Ends by closing.
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}
