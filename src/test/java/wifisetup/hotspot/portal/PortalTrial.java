package wifisetup.hotspot.portal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The page's server on loopback, under the name that phones call it by.
final class PortalTrial implements AutoCloseable {
    static final String HOST = "192.168.42.1";

    private volatile Instant now = FakeDesk.NOW;
    final FakeDesk desk;
    final PortalMemory memory = new PortalMemory(new SecureRandom(), this::now);
    private PortalServer server;
    private int port;

    PortalTrial(FakeDesk desk) throws PortalUnavailable {
        this.desk = desk;
        this.server = open(0);
        this.port = server.address().getPort();
    }

    private PortalServer open(int wanted) throws PortalUnavailable {
        InstantSource clock = this::now;
        var opened = new PortalServer(
                new PortalPlace(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted),
                        URI.create("http://" + HOST + "/")),
                desk,
                memory,
                clock);
        opened.start();
        return opened;
    }

    /// As around a join.
    void restart() throws PortalUnavailable {
        leave();
        comeBack();
    }

    void leave() {
        server.close();
    }

    void comeBack() throws PortalUnavailable {
        server = open(port);
    }

    int port() {
        return port;
    }

    Phone phone() {
        return phone("127.0.0.1");
    }

    Phone phone(String address) {
        return new Phone(port, address);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    @Override
    public void close() {
        server.close();
    }
}
