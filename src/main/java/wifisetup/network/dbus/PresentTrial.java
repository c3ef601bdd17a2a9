package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import wifisetup.dbus.BusException;

/// The network that is on trial, if one is; it knows the join, which knows the password, and is forgotten as soon as it
/// has ended. Any thread.
final class PresentTrial {
    private static final System.Logger LOG = System.getLogger(PresentTrial.class.getName());

    /// How long the end of this program waits for NetworkManager.
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final AtomicReference<@Nullable OpenTrial> trial = new AtomicReference<>();

    boolean isOpen() {
        var present = trial.get();
        return present != null && present.isPending();
    }

    /// Notes that it is that one from now on, unless that one has ended meanwhile.
    void begin(OpenTrial opened) {
        trial.set(opened);
        forgetEnded();
    }

    void forgetEnded() {
        trial.updateAndGet(present -> present != null && present.isPending() ? present : null);
    }

    /// Ends it, because another network is to be joined for good.
    void giveWay() throws BusException, InterruptedException {
        var former = trial.getAndSet(null);
        if (former != null) {
            former.giveWay();
        }
    }

    /// Lets the device return, because this program ends; within 2 s, even if NetworkManager says nothing.
    void close() {
        var former = trial.getAndSet(null);
        if (former == null) {
            return;
        }
        var farewell = Thread.ofVirtual().name("network-trial-end").start(former::close);
        try {
            if (!farewell.join(FAREWELL)) {
                LOG.log(Level.INFO, "the device returns when its time is over");
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
