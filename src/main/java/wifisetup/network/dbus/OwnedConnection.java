package wifisetup.network.dbus;

import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.freedesktop.dbus.connections.BusAddress;
import wifisetup.loop.Timer;

/// A connection to NetworkManager for one purpose, with the thread that connects it.
final class OwnedConnection implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("network-manager-connection").factory());
    private final ServiceConnection service;

    OwnedConnection(BusAddress address, OptionalLong user, Timer timer) {
        this.service = new ServiceConnection(address, user, timer, thread);
    }

    ServiceConnection service() {
        return service;
    }

    @Override
    public void close() {
        service.close();
        thread.shutdownNow();
    }
}
