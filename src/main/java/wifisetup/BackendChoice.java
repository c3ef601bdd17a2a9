package wifisetup;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import wifisetup.network.SwitchableWifi;
import wifisetup.network.bus.BackendSwitch;

/// Exchanges whoever runs the radio while the program runs, and remembers that. One exchange at a time.
final class BackendChoice implements BackendSwitch {
    private static final System.Logger LOG = System.getLogger(BackendChoice.class.getName());

    private final SwitchableWifi wifi;
    private final Backends backends;
    private final BackendMemory memory;
    private final ReentrantLock lock = new ReentrantLock();

    // These belong to the lock.
    private final List<Consumer<? super Backends.Chosen>> observers = new ArrayList<>();
    private Backends.Chosen inUse;

    /// A choice behind `wifi`, which begins with `inUse`.
    BackendChoice(SwitchableWifi wifi, Backends.Chosen inUse, Backends backends, BackendMemory memory) {
        this.wifi = wifi;
        this.inUse = inUse;
        this.backends = backends;
        this.memory = memory;
    }

    /// What runs the radio.
    Backends.Chosen inUse() {
        lock.lock();
        try {
            return inUse;
        } finally {
            lock.unlock();
        }
    }

    /// Shows `observer` what runs the radio, and then each that takes over, on the thread that lets it; the
    /// observer must not block.
    void observe(Consumer<? super Backends.Chosen> observer) {
        lock.lock();
        try {
            observers.add(observer);
            observer.accept(inUse);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Outcome to(String backend) {
        String wanted = backend.strip().toLowerCase(Locale.ROOT);
        String present = inUse().name();
        if (wanted.equals(present)) {
            remember(wanted);
            return new InUse(wanted);
        }
        return switch (backends.open(wanted)) {
            case Backends.Opening.Opened(var next) -> {
                LOG.log(Level.INFO, "the backend {0} takes the place of {1}", wanted, present);
                wifi.switchTo(next);
                took(new Backends.Chosen(next, wanted, false));
                remember(wanted);
                yield new InUse(wanted);
            }
            case Backends.Opening.Absent(var why) -> new Refused(why, backends.available(present));
        };
    }

    /// What is simulated is never begun with unasked.
    private void remember(String backend) {
        if (backends.isReal(backend)) {
            memory.save(backend);
        }
    }

    private void took(Backends.Chosen next) {
        lock.lock();
        try {
            inUse = next;
            observers.forEach(observer -> observer.accept(next));
        } finally {
            lock.unlock();
        }
    }
}
