package wifisetup.hotspot.balena;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import wifisetup.network.Adapter;
import wifisetup.network.Connectivity;
import wifisetup.network.ForwardingWifi;
import wifisetup.network.Link;
import wifisetup.network.Network;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Ssid;
import wifisetup.network.Wifi;
import wifisetup.network.Wire;

/// The network as a session sees it: what a test shows, and what was asked.
final class Air extends ForwardingWifi {
    static final NetworkStatus OFFLINE = status(new Link.Down(), Wire.DOWN, Connectivity.NONE);

    private final List<Consumer<? super NetworkStatus>> observers = new ArrayList<>();
    private final List<String> deeds;
    private NetworkStatus status = OFFLINE;

    /// @param deeds told what is asked for
    Air(CopyOnWriteArrayList<String> deeds) {
        super((Wifi) Proxy.newProxyInstance(Air.class.getClassLoader(), new Class<?>[] {Wifi.class}, (_, method, _) -> {
            throw new UnsupportedOperationException(method.getName());
        }));
        this.deeds = deeds;
    }

    static NetworkStatus on(Ssid ssid, Connectivity connectivity) {
        return status(up(ssid), Wire.DOWN, connectivity);
    }

    static NetworkStatus joining(Ssid ssid) {
        return status(new Link.Joining(ssid), Wire.DOWN, Connectivity.NONE);
    }

    static NetworkStatus wired() {
        return status(new Link.Down(), Wire.UP, Connectivity.FULL);
    }

    static Link.Up up(Ssid ssid) {
        return new Link.Up(ssid, List.of("10.77.1.10"), Optional.of("10.77.1.1"));
    }

    static NetworkStatus status(Link link, Wire wire, Connectivity connectivity) {
        return new NetworkStatus(new Adapter.Ready("wlan0", "02:00:00:00:00:00"), link, wire, connectivity, 1);
    }

    /// Shows that to all observers.
    synchronized void becomes(NetworkStatus next) {
        status = next;
        observers.forEach(observer -> observer.accept(next));
    }

    @Override
    public synchronized void observe(Consumer<? super NetworkStatus> observer) {
        observers.add(observer);
        observer.accept(status);
    }

    @Override
    public List<Network> networks() {
        return List.of();
    }

    @Override
    public int forget(Ssid ssid) {
        deeds.add("forget " + ssid);
        return 1;
    }

    @Override
    public synchronized Connectivity checkConnectivity() {
        return status.connectivity();
    }
}
