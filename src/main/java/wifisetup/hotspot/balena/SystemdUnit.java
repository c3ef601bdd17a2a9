package wifisetup.hotspot.balena;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.BusAddress;
import wifisetup.dbus.Bus;
import wifisetup.dbus.BusException;
import wifisetup.dbus.BusObject;
import wifisetup.dbus.Signal;

/// One unit of systemd, by its D-Bus interface (org.freedesktop.systemd1(5)), on a connection of its own. One
/// thread at a time waits for it.
final class SystemdUnit implements AutoCloseable {
    static final String SERVICE = "org.freedesktop.systemd1";
    static final String ROOT = "/org/freedesktop/systemd1";
    static final String MANAGER = SERVICE + ".Manager";
    static final String UNIT = SERVICE + ".Unit";
    static final String UNIT_OF_A_SERVICE = SERVICE + ".Service";

    /// The polkit action of starting and stopping units.
    static final String MAY_MANAGE = SERVICE + ".manage-units";

    /// What a job that did what it should ends with.
    static final String DONE = "done";

    /// How long systemd may take to run the program, which is what starting the unit ends with.
    private static final Duration START = Duration.ofSeconds(30);

    /// `CLD_EXITED` of waitid(2): the status is an exit code; else it is a signal.
    private static final int EXITED = 1;

    private static final int SIGNAL = 128;

    private final String name;
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private final Bus bus;
    private final String systemd;
    private final BusObject manager;
    private final BusObject unit;

    /// How the unit stands.
    ///
    /// @param active its `ActiveState`
    /// @param ran whether its program has run and ended
    /// @param code the exit code of that, or 128 and the number of a signal
    record Standing(String active, boolean ran, int code) {
        /// Whether nothing of it runs.
        boolean isOver() {
            return active.equals("inactive") || active.equals("failed");
        }
    }

    private sealed interface News {
        record Changed() implements News {}

        record JobEnded(String job, String result) implements News {}

        record Lost(IOException cause) implements News {}
    }

    /// Connects to the bus at `address` and listens.
    SystemdUnit(BusAddress address, String name) throws BusException, InterruptedException {
        this.name = name;
        var ear = new Ear();
        this.bus = Bus.connect(address, OptionalLong.empty(), ear);
        try {
            this.systemd = bus.owner(SERVICE);
            this.manager = bus.object(SERVICE, ROOT);
            // Before anything is heard: the listener compares with its path.
            this.unit = manager.at(
                    manager.call(MANAGER, "LoadUnit", "s", name).getFirst().toString());
            bus.match("type='signal',path='" + ROOT + "',interface='" + MANAGER + "',member='JobRemoved'");
            bus.match("type='signal',path_namespace='" + ROOT + "/unit',member='PropertiesChanged'");
            // Without a subscriber, systemd sends no signals.
            manager.call(MANAGER, "Subscribe", null);
        } catch (BusException | InterruptedException failure) {
            bus.close();
            throw failure;
        }
    }

    /// Starts it and waits until its program runs, or could not be run.
    ///
    /// @return what the job came to: [#DONE], or systemd's word for what went wrong
    String start() throws BusException, InterruptedException {
        String job = manager.call(MANAGER, "StartUnit", "ss", name, "replace")
                .getFirst()
                .toString();
        long until = System.nanoTime() + START.toNanos();
        for (var next = next(until); next.isPresent(); next = next(until)) {
            if (next.get() instanceof News.JobEnded ended && ended.job().equals(job)) {
                return ended.result();
            }
        }
        return "timeout";
    }

    /// Asks for its end: systemd sends its signal, waits, and kills.
    void stop() throws BusException, InterruptedException {
        manager.call(MANAGER, "StopUnit", "ss", name, "replace");
    }

    /// How it stands now.
    Standing read() throws BusException, InterruptedException {
        String active = unit.properties(UNIT).text("ActiveState");
        var service = unit.properties(UNIT_OF_A_SERVICE);
        long how = service.number("ExecMainCode");
        int status = (int) service.number("ExecMainStatus");
        return new Standing(active, how != 0, how == EXITED ? status : SIGNAL + status);
    }

    /// Waits until nothing of it runs.
    Standing awaitEnd() throws BusException, InterruptedException {
        var standing = read();
        while (!standing.isOver()) {
            var _ = usable(news.take());
            standing = read();
        }
        return standing;
    }

    /// Waits until nothing of it runs, for `limit` at most.
    Optional<Standing> awaitEnd(Duration limit) throws BusException, InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        var standing = read();
        while (!standing.isOver()) {
            if (next(until).isEmpty()) {
                return Optional.empty();
            }
            standing = read();
        }
        return Optional.of(standing);
    }

    @Override
    public void close() {
        bus.close();
        news.add(new News.Lost(new IOException("closed")));
    }

    private Optional<News> next(long until) throws BusException, InterruptedException {
        var next = news.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        return next == null ? Optional.empty() : Optional.of(usable(next));
    }

    private static News usable(News next) throws BusException {
        if (next instanceof News.Lost(var cause)) {
            throw new BusException("the connection to systemd was lost", cause);
        }
        return next;
    }

    private final class Ear implements Bus.Listener {
        @Override
        public void heard(Signal signal) {
            // Anybody on the bus can send such signals.
            if (!signal.sender().equals(systemd)) {
                return;
            }
            if (signal.is(MANAGER, "JobRemoved") && signal.text(2).equals(name)) {
                news.add(new News.JobEnded(signal.text(1), signal.text(3)));
            } else if (signal.path().equals(unit.path())) {
                news.add(new News.Changed());
            }
        }

        @Override
        public void lost(Bus lost, IOException cause) {
            news.add(new News.Lost(cause));
        }
    }
}
