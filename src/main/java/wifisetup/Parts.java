package wifisetup;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/// What was started, and ends in the opposite order.
final class Parts implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Parts.class.getName());

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /// Keeps `part`, which has started, until the end.
    <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    /// Ends everything, the last part first; one that fails does not keep the others.
    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception failure) {
                LOG.log(Level.WARNING, "a part did not end well", failure);
            }
        }
    }
}
