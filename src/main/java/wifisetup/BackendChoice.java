package wifisetup;

import java.lang.System.Logger.Level;
import java.util.Locale;
import wifisetup.network.SwitchableWifi;
import wifisetup.network.bus.BackendSwitch;

/// Exchanges whoever runs the radio while the program runs, and remembers that. One exchange at a time.
final class BackendChoice implements BackendSwitch {
    private static final System.Logger LOG = System.getLogger(BackendChoice.class.getName());

    private final SwitchableWifi wifi;
    private final Backends backends;
    private final BackendMemory memory;
    private volatile String inUse;

    /// A choice behind `wifi`, which begins with the backend named `inUse`.
    BackendChoice(SwitchableWifi wifi, String inUse, Backends backends, BackendMemory memory) {
        this.wifi = wifi;
        this.inUse = inUse;
        this.backends = backends;
        this.memory = memory;
    }

    @Override
    public Outcome to(String backend) {
        String wanted = backend.strip().toLowerCase(Locale.ROOT);
        if (wanted.equals(inUse)) {
            remember(wanted);
            return new InUse(wanted);
        }
        return switch (backends.open(wanted)) {
            case Backends.Opening.Opened(var next) -> {
                LOG.log(Level.INFO, "the backend {0} takes the place of {1}", wanted, inUse);
                wifi.switchTo(next);
                inUse = wanted;
                remember(wanted);
                yield new InUse(wanted);
            }
            case Backends.Opening.Absent(var why) -> new Refused(why, backends.available(inUse));
        };
    }

    /// What is simulated is never begun with unasked.
    private void remember(String backend) {
        if (backends.isReal(backend)) {
            memory.save(backend);
        }
    }
}
