package wifisetup.network.nmcli;

import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import wifisetup.network.WifiException;

/// Attempts that could not be undone, because NetworkManager stopped: it reads their profiles again when it is back,
/// and they are deleted then. Until then they do not connect by themselves. Any thread.
final class Leftovers {
    private static final System.Logger LOG = System.getLogger(Leftovers.class.getName());

    private final Profiles profiles;
    private final Queue<String> uuids = new ConcurrentLinkedQueue<>();

    Leftovers(Profiles profiles) {
        this.profiles = profiles;
    }

    /// Undoes `attempt`, or keeps it in mind.
    void undo(Attempt attempt) throws InterruptedException {
        try {
            attempt.undo();
        } catch (WifiException failure) {
            LOG.log(Level.WARNING, "the failed join could not be undone yet: {0}", failure.getMessage());
            if (attempt instanceof Attempt.New) {
                uuids.add(attempt.uuid());
            }
        }
    }

    /// Deletes what is left, if there is anything.
    void sweep() throws InterruptedException {
        for (int left = uuids.size(); left > 0; left--) {
            var uuid = uuids.remove();
            try {
                profiles.delete(uuid);
            } catch (WifiException failure) {
                LOG.log(Level.DEBUG, "a failed join is left still", failure);
                uuids.add(uuid);
            }
        }
    }
}
