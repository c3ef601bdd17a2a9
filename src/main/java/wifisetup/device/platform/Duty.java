package wifisetup.device.platform;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import wifisetup.device.DeviceEvent;
import wifisetup.device.DeviceState;
import wifisetup.loop.Timer;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Wifi;
import wifisetup.platform.ConfigurationException;
import wifisetup.platform.ConnectionState;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.Device;
import wifisetup.platform.DeviceDescription;
import wifisetup.platform.DevicePool;
import wifisetup.platform.Message;
import wifisetup.platform.PlatformClient;
import wifisetup.platform.sqlite.GatewayRow;
import wifisetup.platform.sqlite.Outbox;
import wifisetup.platform.sqlite.PlatformDatabase;
import wifisetup.setup.SetupEvent;
import wifisetup.setup.SetupState;

/// This device on its maker's platform: registered as one device, its events kept until they are confirmed, its
/// orders obeyed.
public final class Duty implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Duty.class.getName());
    private static final long FAREWELL_MILLIS = 500;

    private final String host;
    private final InstantSource clock;
    private final Consumer<? super DeviceEvent> device;
    private final PlatformDatabase database;
    private final Outbox outbox;
    private final Courier courier;
    private final Orders orders;
    private final DevicePool devices = new DevicePool();
    private final PlatformClient client;
    private final ExecutorService records = thread("platform-records");
    private final ExecutorService errands = thread("platform-errands");
    private final AtomicBoolean errandWaits = new AtomicBoolean();

    // These belong to the thread of the records.
    private SetupWatch watch;
    private Optional<DeviceDescription> registered = Optional.empty();
    private int unkept;

    private volatile DeviceState deviceState;
    private volatile SetupState setupState;

    private Duty(
            ConnectorConfiguration configuration,
            PlatformDatabase database,
            int capacity,
            SetupState initial,
            DeviceState self,
            Consumer<? super DeviceEvent> device,
            Consumer<? super SetupEvent> setup,
            Wifi wifi,
            Timer timer,
            InstantSource clock)
            throws ConfigurationException {
        this.host = configuration.host();
        this.clock = clock;
        this.device = device;
        this.database = database;
        this.outbox = new Outbox(database, capacity);
        this.watch = SetupWatch.from(initial);
        this.deviceState = self;
        this.setupState = initial;
        this.orders = new Orders(device, setup, wifi, () -> deviceState, () -> setupState, clock);
        var first = Registration.of(self, initial.network());
        devices.add(new Device(first));
        this.registered = Optional.of(first);
        this.client = PlatformClient.with(devices)
                .configuration(configuration)
                .gateway(new GatewayRow(database))
                .timer(timer)
                .open();
        this.courier = new Courier(outbox, this::send, timer, this::runErrands, this::registerAnew);
    }

    /// Opens the file of what is kept, and connects from then on whenever it can.
    ///
    /// @param file where events wait
    /// @param capacity how many
    /// @param initial the set-up's state before all others
    /// @param self the device, as it is now
    /// @param device is told how the device stands with the platform, and when it is to be found
    /// @param setup is told when a set-up is wanted
    /// @throws IOException if the file cannot be used
    /// @throws ConfigurationException if the configuration does not fit
    public static Duty begin(
            ConnectorConfiguration configuration,
            Path file,
            int capacity,
            SetupState initial,
            DeviceState self,
            Consumer<? super DeviceEvent> device,
            Consumer<? super SetupEvent> setup,
            Wifi wifi,
            Timer timer,
            InstantSource clock)
            throws IOException, ConfigurationException {
        var database = PlatformDatabase.openOrReplace(file);
        try {
            var duty = new Duty(configuration, database, capacity, initial, self, device, setup, wifi, timer, clock);
            duty.client.observe(Runnable::run, duty::stand);
            duty.client.subscribe(duty::obey);
            return duty;
        } catch (ConfigurationException | RuntimeException unfit) {
            database.close();
            throw unfit;
        }
    }

    /// The set-up is at that now. Any thread; one state after the other.
    public void show(SetupState state) {
        // An order is judged by what is, not by what the disk has got to.
        setupState = state;
        record(() -> {
            boolean reaches = reachesFurther(watch.seen().network(), state.network());
            var step = watch.see(state);
            watch = step.next();
            step.reports().forEach(this::keep);
            register(deviceState, state);
            if (reaches) {
                client.reconnect();
            }
            runErrands();
        });
    }

    /// A full disk costs an event, which is counted once there is room, and nothing else.
    private void keep(Report report) {
        try {
            if (unkept > 0) {
                outbox.missed(unkept);
                unkept = 0;
            }
            outbox.add(clock.instant(), report.service(), report.data().toString());
        } catch (RuntimeException full) {
            unkept++;
            LOG.log(Level.ERROR, "what happened is not kept for the platform", full);
        }
    }

    /// The device is that now. Any thread; one state after the other.
    public void show(DeviceState state) {
        deviceState = state;
        record(() -> {
            register(state, watch.seen());
        });
    }

    /// Takes leave of the platform; what waits goes on waiting. Ends every thread within 3 s.
    @Override
    public void close() {
        errands.shutdownNow();
        client.close();
        // What has happened until now is kept.
        records.shutdown();
        try {
            if (!records.awaitTermination(FAREWELL_MILLIS, TimeUnit.MILLISECONDS)
                    || !errands.awaitTermination(FAREWELL_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "the disk is slow: what happened last may not be kept");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }

    private void stand(ConnectionState state) {
        device.accept(new DeviceEvent.PlatformChanged(LinkOf.of(state, host, clock.instant())));
        if (state instanceof ConnectionState.Connected) {
            runErrands();
        }
    }

    /// On a network, or behind its login page: there is reason to hope.
    private static boolean reachesFurther(NetworkStatus before, NetworkStatus now) {
        return (now.isLinked() && !before.isLinked()) || (now.isOnline() && !before.isOnline());
    }

    private void register(DeviceState self, SetupState setup) {
        var now = Registration.of(self, setup.network());
        if (!registered.equals(Optional.of(now))) {
            registered = Optional.of(now);
            // What the platform does not confirm now it learns at the next connection.
            var _ = client.async().update(new Device(now));
        }
    }

    /// A registration that was refused is not repeated by itself.
    private void registerAnew() {
        record(() -> {
            registered.ifPresent(device -> {
                var _ = client.async().update(new Device(device));
            });
            runErrands();
        });
    }

    private void obey(Message command) {
        var answer = orders.obey(command);
        LOG.log(
                Level.INFO,
                "the platform ordered {0}: {1}",
                // Only what we know goes to a log: the platform may name anything, of any length.
                command.service().filter(Orders.SERVICES::contains).orElse("what this device does not know"),
                String.valueOf(answer.status()));
        try {
            client.answer(command, answer.status(), answer.data());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Message send(String service, JsonNode data, JsonNode metadata) throws InterruptedException {
        return client.event(deviceState.identity().uuid().toString(), service, data, metadata);
    }

    private void record(Runnable task) {
        run(records, () -> {
            try {
                task.run();
            } catch (RuntimeException broken) {
                LOG.log(Level.ERROR, "what happened is not told to the platform", broken);
            }
        });
    }

    /// Once more, after what is under way; twice is not better.
    private void runErrands() {
        if (errandWaits.compareAndSet(false, true)) {
            run(errands, () -> {
                errandWaits.set(false);
                try {
                    courier.deliver();
                } catch (InterruptedException closing) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException broken) {
                    LOG.log(Level.ERROR, "what waits for the platform cannot be sent", broken);
                }
            });
        }
    }

    private static void run(ExecutorService on, Runnable task) {
        try {
            on.execute(task);
        } catch (RejectedExecutionException closed) {
            LOG.log(Level.TRACE, "the platform was left already", closed);
        }
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
    }
}
