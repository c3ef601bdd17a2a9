package wifisetup;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import wifisetup.device.DeviceEvent;
import wifisetup.device.PlatformLink;
import wifisetup.device.platform.Duty;
import wifisetup.loop.Loop;
import wifisetup.loop.Timer;
import wifisetup.network.Wifi;
import wifisetup.platform.ConfigurationException;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.setup.SetupEffect;
import wifisetup.setup.SetupEvent;
import wifisetup.setup.SetupState;

/// The device on its maker's platform, put together. Nothing of it is loaded before [#begin], and nothing at
/// all unless the settings name a platform.
final class DevicePlatform implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DevicePlatform.class.getName());

    private final Settings settings;
    private final SetupState initial;
    private final Loop<SetupState, SetupEvent, SetupEffect> setup;
    private final DeviceOnLan device;
    private final Wifi wifi;
    private final Timer timer;
    private final InstantSource clock;

    private final ReentrantLock lock = new ReentrantLock();
    // Under that lock.
    private Optional<Duty> duty = Optional.empty();
    private boolean closed;

    /// @param initial the set-up's state before all others
    DevicePlatform(
            Settings settings,
            SetupState initial,
            Loop<SetupState, SetupEvent, SetupEffect> setup,
            DeviceOnLan device,
            Wifi wifi,
            Timer timer,
            InstantSource clock) {
        this.settings = settings;
        this.initial = initial;
        this.setup = setup;
        this.device = device;
        this.wifi = wifi;
        this.timer = timer;
        this.clock = clock;
    }

    /// Reports to the platform that the settings name, if they do; in the background. A device that is not itself
    /// does not: the platform would register another one at each start.
    void begin() {
        var connector = settings.platform().connector();
        if (connector.isEmpty()) {
            return;
        }
        if (device.isItself()) {
            Thread.ofVirtual().name("device-platform").start(() -> open(connector.get()));
        } else {
            LOG.log(Level.ERROR, "the device does not report to its platform: its files cannot be used");
            device.submit(new DeviceEvent.PlatformChanged(new PlatformLink.Broken()));
        }
    }

    @Override
    public void close() {
        Optional<Duty> open;
        lock.lock();
        try {
            closed = true;
            open = duty;
            duty = Optional.empty();
        } finally {
            lock.unlock();
        }
        open.ifPresent(Duty::close);
    }

    private void open(ConnectorConfiguration connector) {
        try {
            var begun = Duty.begin(
                    connector,
                    settings.state().resolve("platform.db"),
                    settings.platform().outbox(),
                    initial,
                    device.state(),
                    device::submit,
                    setup::submit,
                    wifi,
                    timer,
                    clock);
            if (keep(begun)) {
                setup.observe(Runnable::run, begun::show);
                device.observe(Runnable::run, begun::show);
            } else {
                begun.close();
            }
        } catch (IOException | ConfigurationException unfit) {
            LOG.log(Level.ERROR, "the device does not report to its platform: {0}", unfit.getMessage());
            device.submit(new DeviceEvent.PlatformChanged(new PlatformLink.Broken()));
        } catch (RuntimeException | LinkageError broken) {
            // SQLite is a library of the machine's own kind, which another machine may lack.
            LOG.log(Level.ERROR, "the device does not report to its platform", broken);
            device.submit(new DeviceEvent.PlatformChanged(new PlatformLink.Broken()));
        }
    }

    /// @return whether it is still wanted
    private boolean keep(Duty begun) {
        lock.lock();
        try {
            if (!closed) {
                duty = Optional.of(begun);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }
}
