package wifisetup;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import wifisetup.loop.Timer;
import wifisetup.network.Adapter;
import wifisetup.network.NetworkStatus;
import wifisetup.network.RadioRules;
import wifisetup.network.Wifi;
import wifisetup.network.dbus.NetworkManagerWifi;
import wifisetup.network.nmcli.NmcliWifi;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;

/// The ways to run the radio of this machine.
final class Backends {
    private static final System.Logger LOG = System.getLogger(Backends.class.getName());
    private static final String DBUS = "dbus";
    private static final String NMCLI = "nmcli";
    private static final String SIMULATED = "simulated";

    /// How long NetworkManager may take to say something, before it is taken to be there and slow.
    private static final Duration FIRST_WORD = Duration.ofSeconds(3);

    /// By name, the one that is preferred first.
    private final Map<String, Supplier<Wifi>> real;

    private final Supplier<Wifi> simulation;

    /// Backends that `real` opens, by name, and `simulation` for want of one.
    Backends(Map<String, Supplier<Wifi>> real, Supplier<Wifi> simulation) {
        this.real = new LinkedHashMap<>(real);
        this.simulation = simulation;
    }

    /// What this machine may have; its radio works by `rules`.
    ///
    /// @param nmcli the words that begin a command line of nmcli
    static Backends ofThisMachine(List<String> nmcli, RadioRules rules, Timer timer) {
        var real = new LinkedHashMap<String, Supplier<Wifi>>();
        real.put(DBUS, () -> NetworkManagerWifi.ofSystemBus(rules, timer));
        real.put(NMCLI, () -> new NmcliWifi(nmcli, rules, timer));
        return new Backends(real, () -> new SimulatedWifi(new Radio(Air.demo(), timer, Pace.REAL)));
    }

    /// A backend and what it is called in the log.
    record Chosen(Wifi wifi, String name, boolean simulated) {}

    /// What came of opening a backend.
    sealed interface Opening {
        /// It runs the radio.
        record Opened(Wifi wifi) implements Opening {}

        /// It is not there.
        record Absent(String why) implements Opening {}
    }

    /// Opens what the program begins with.
    ///
    /// @param remembered the name of the one that somebody chose while the program ran; where the settings leave it
    ///     open, it counts as long as it is there
    Chosen start(Settings.Backend wanted, Optional<String> remembered) throws StartException {
        return switch (wanted) {
            case AUTO -> remembered(remembered).orElseGet(this::found);
            case DBUS -> named(DBUS);
            case NMCLI -> named(NMCLI);
            case SIMULATED -> simulated();
        };
    }

    /// Opens what a command speaks to. It is about this machine's networks: what the settings leave open is never
    /// simulated, and what is not there is not replaced, for then the command must fail.
    ///
    /// @param remembered as for [#start]
    Wifi forCommand(Settings.Backend wanted, Optional<String> remembered) throws StartException {
        return switch (wanted) {
            case AUTO -> named(remembered.filter(this::isReal).orElse(DBUS)).wifi();
            case DBUS, NMCLI, SIMULATED -> start(wanted, remembered).wifi();
        };
    }

    /// Whether the backend of that name runs a radio that exists.
    boolean isReal(String name) {
        return real.containsKey(name);
    }

    /// Opens the backend of that name, if it is there.
    Opening open(String name) {
        var way = real.get(name);
        if (way == null) {
            return new Opening.Absent(
                    name.isEmpty() ? "no backend is named" : "there is no backend of that name in this version");
        }
        var wifi = way.get();
        var absence = absence(wifi, name);
        if (absence.isPresent()) {
            wifi.close();
            return new Opening.Absent(absence.get());
        }
        return new Opening.Opened(wifi);
    }

    /// The names of those that are there now, also of `inUse`, which need not be asked.
    List<String> available(String inUse) {
        var names = new ArrayList<String>();
        for (String name : real.keySet()) {
            if (name.equals(inUse)) {
                names.add(name);
            } else if (open(name) instanceof Opening.Opened(var wifi)) {
                wifi.close();
                names.add(name);
            }
        }
        if (!names.contains(inUse)) {
            names.add(inUse);
        }
        return names;
    }

    private Optional<Chosen> remembered(Optional<String> name) {
        return name.flatMap(known -> switch (open(known)) {
            case Opening.Opened(var wifi) -> Optional.of(new Chosen(wifi, known, false));
            case Opening.Absent(var why) -> {
                LOG.log(Level.WARNING, "the backend that was chosen last, {0}, is not there: {1}", known, why);
                yield Optional.empty();
            }
        });
    }

    private Chosen found() {
        return switch (open(DBUS)) {
            case Opening.Opened(var wifi) -> new Chosen(wifi, DBUS, false);
            case Opening.Absent(var why) -> {
                LOG.log(Level.INFO, "no NetworkManager here ({0}): the networks are simulated", why);
                yield simulated();
            }
        };
    }

    /// Whoever names a backend gets it, there or not: it may come later.
    private Chosen named(String name) throws StartException {
        var way = real.get(name);
        if (way == null) {
            throw new StartException(
                    ExitCode.MACHINE_LACKS,
                    "the backend " + name + " is not part of this version; use --backend dbus",
                    null);
        }
        return new Chosen(way.get(), name, false);
    }

    private Chosen simulated() {
        return new Chosen(simulation.get(), SIMULATED, true);
    }

    /// Why whoever runs the radio is not there, by its first word.
    private static Optional<String> absence(Wifi wifi, String name) {
        var firstWord = new CompletableFuture<Adapter>();
        wifi.observe(status -> {
            if (!status.equals(NetworkStatus.UNKNOWN)) {
                firstWord.complete(status.adapter());
            }
        });
        try {
            return firstWord.get(FIRST_WORD.toMillis(), TimeUnit.MILLISECONDS) instanceof Adapter.Unavailable(var why)
                    ? Optional.of(why)
                    : Optional.empty();
        } catch (TimeoutException slow) {
            LOG.log(Level.INFO, "the backend {0} takes its time: {1}", name, slow.toString());
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Optional.of("the program ends");
        }
    }
}
