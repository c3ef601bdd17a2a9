package wifisetup.network.dbus;

import java.io.IOException;
import java.time.Duration;
import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.AutoClose;
import wifisetup.dbus.PrivateBus;
import wifisetup.loop.SystemTimer;
import wifisetup.loop.Timer;
import wifisetup.network.HeldRules;
import wifisetup.network.Laboratory;
import wifisetup.network.Limits;
import wifisetup.network.Wifi;
import wifisetup.network.WifiContract;

/// The contract against a NetworkManager of our own, on a bus of our own.
final class NetworkManagerWifiContractTest extends WifiContract {
    /// The adapter's own limits are tens of seconds; here they pass ten times as fast.
    private static final int HASTE = 10;

    private static final Duration GENEROUS = Duration.ofSeconds(20);

    private final FakeNetworkManager manager;

    @AutoClose
    private final PrivateBus bus;

    @AutoClose
    private final SystemTimer clock = new SystemTimer();

    private final Timer hasty = (delay, action) -> clock.after(delay.dividedBy(HASTE), action);

    NetworkManagerWifiContractTest() throws IOException, DBusException {
        bus = new PrivateBus();
        manager = new FakeNetworkManager(bus.address());
    }

    @Override
    protected Laboratory laboratory() {
        return manager;
    }

    @Override
    protected Wifi open() {
        return new NetworkManagerWifi(bus.address(), HeldRules.settled(), hasty);
    }

    @Override
    protected Limits limits() {
        return new Limits(GENEROUS, GENEROUS, GENEROUS, GENEROUS, GENEROUS, GENEROUS, GENEROUS);
    }
}
