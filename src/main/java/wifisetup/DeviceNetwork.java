package wifisetup;

import wifisetup.bus.MessageBus;
import wifisetup.bus.ServiceRole;
import wifisetup.loop.Timer;
import wifisetup.network.SignInPage;
import wifisetup.network.SwitchableWifi;
import wifisetup.network.Wifi;
import wifisetup.network.bus.NetworkService;
import wifisetup.network.portal.PortalOf;

/// The device's network, put together: whoever runs the radio, in a place that another one can take over.
final class DeviceNetwork implements AutoCloseable {
    private final SwitchableWifi wifi;
    private final SignInPage signInPage;
    private final BackendChoice choice;

    private DeviceNetwork(Backends.Chosen first, Backends backends, BackendMemory memory) {
        this.wifi = new SwitchableWifi(first.wifi());
        this.signInPage = new PortalOf(wifi);
        this.choice = new BackendChoice(wifi, first, backends, memory);
    }

    /// Opens the backend that the settings and the memory ask for.
    ///
    /// @throws StartException if there is no such backend
    static DeviceNetwork open(Settings settings, Backends backends) throws StartException {
        var memory = BackendMemory.in(settings.state());
        return new DeviceNetwork(backends.start(settings.backend(), memory.load()), backends, memory);
    }

    /// The radio, whoever runs it.
    Wifi wifi() {
        return wifi;
    }

    /// Where the sign-in page of the present network is.
    SignInPage signInPage() {
        return signInPage;
    }

    /// Who runs the radio.
    BackendChoice choice() {
        return choice;
    }

    /// What lets others on that bus use the network.
    NetworkService on(MessageBus bus, ServiceRole role, Timer timer) {
        return new NetworkService(bus, wifi, signInPage, choice, role, timer);
    }

    @Override
    public void close() {
        wifi.close();
    }
}
