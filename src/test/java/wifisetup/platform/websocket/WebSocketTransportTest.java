package wifisetup.platform.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;
import wifisetup.loop.SystemTimer;
import wifisetup.platform.ConfigurationException;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.DeviceDescription;
import wifisetup.platform.Request;
import wifisetup.platform.Transport;
import wifisetup.platform.TransportContract;
import wifisetup.platform.simulated.News;
import wifisetup.platform.simulated.SimulatedPlatform;
import wifisetup.secret.Secret;

/// The contract over WebSocket, against the strict platform, which must not have refused anything.
class WebSocketTransportTest extends TransportContract {
    private static final Secret PASSWORD = new Secret("of the test");

    private final SystemTimer timer = new SystemTimer();
    private final Served served = new Served();

    WebSocketTransportTest() {
        // The timer's thread is there before any test counts threads.
        timer.after(Duration.ZERO, () -> {});
    }

    @AfterEach
    void nothingWasRefused() {
        timer.close();
        served.close();
        assertThat(served.refusals).isEmpty();
    }

    @Override
    protected Platform platform() {
        return served;
    }

    @Override
    protected Transport transport() {
        return transport(served.platform.uri().getPort());
    }

    @Override
    protected Transport transportToNobody() {
        // Port 1 (tcpmux, RFC 1078) has had no server for decades.
        return transport(1);
    }

    @Override
    protected boolean isOfThePlatform(Thread thread) {
        return thread.getName().startsWith("WebSocketWorker")
                || thread.getName().startsWith("WebSocketSelector");
    }

    private Transport transport(int port) {
        try {
            return new WebSocketTransports()
                    .create(ConnectorConfiguration.at("websocket", "127.0.0.1", port, "alice", PASSWORD), timer);
        } catch (ConfigurationException unfit) {
            throw new IllegalStateException(unfit);
        }
    }

    private static final class Served implements Platform, AutoCloseable {
        private final BlockingQueue<News.Event> events = new LinkedBlockingQueue<>();
        private final BlockingQueue<News.Response> responses = new LinkedBlockingQueue<>();
        private final BlockingQueue<News.Refused> refusals = new LinkedBlockingQueue<>();
        private final SimulatedPlatform platform;

        Served() {
            try {
                platform = SimulatedPlatform.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Optional.empty(),
                        "alice",
                        PASSWORD);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            platform.observe(news -> {
                switch (news) {
                    case News.Event event -> events.add(event);
                    case News.Response response -> responses.add(response);
                    case News.Refused refused -> refusals.add(refused);
                    case News.Joined _, News.Left _, News.Synchronised _ -> {}
                }
            });
        }

        @Override
        public Collection<String> connectedDevices() {
            return platform.devices().stream().map(DeviceDescription::id).toList();
        }

        @Override
        public Collection<String> disconnectedDevices() {
            return platform.disconnectedDevices().stream()
                    .map(DeviceDescription::id)
                    .toList();
        }

        @Override
        public Request.Event nextEvent() throws InterruptedException {
            var event = take(events);
            return new Request.Event(event.device(), event.service(), event.data(), event.metadata());
        }

        @Override
        public JsonNode nextResponse() throws InterruptedException {
            return take(responses).data();
        }

        @Override
        public void command(String device, String service, JsonNode data) {
            var _ = platform.command(device, service, data);
        }

        @Override
        public void dropLinks() {
            platform.dropLinks();
        }

        @Override
        public void close() {
            platform.close();
        }
    }
}
