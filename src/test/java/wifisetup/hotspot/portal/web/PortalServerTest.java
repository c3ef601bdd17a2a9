package wifisetup.hotspot.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The server as a machine: its address, and what it puts up with.
class PortalServerTest {
    private static final int FLOOD_SECONDS = 3;
    private static final int FLOODERS = 8;

    @Test
    void itListensOnItsAddressAlone() throws Exception {
        try (var trial = new PortalTrial(new FakeDesk())) {
            assertThatThrownBy(() -> {
                        try (var socket = new Socket()) {
                            socket.connect(new InetSocketAddress(
                                    InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), trial.port()));
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aPortThatIsTakenIsToldWithWhatHelps() throws Exception {
        try (var trial = new PortalTrial(new FakeDesk())) {
            assertThatThrownBy(() -> server("127.0.0.1", trial.port()).start())
                    .isInstanceOfSatisfying(
                            PortalUnavailable.class,
                            taken -> assertThat(taken.reason()).isEqualTo(PortalUnavailable.Reason.PORT_IN_USE))
                    .hasMessageContaining("127.0.0.1:" + trial.port())
                    .hasMessageContaining("stop the web server");
        }
    }

    @Test
    void anAddressThatIsNotOursIsToldWithWhatHelps() {
        // TEST-NET-1 (RFC 5737): nobody has it.
        assertThatThrownBy(() -> server("192.0.2.1", 8080).start())
                .isInstanceOfSatisfying(
                        PortalUnavailable.class,
                        unknown -> assertThat(unknown.reason()).isEqualTo(PortalUnavailable.Reason.NO_SUCH_ADDRESS))
                .hasMessageContaining("access point has to be open");
    }

    @Test
    void aMissingRightIsToldWithWhatHelps() {
        var refused = PortalUnavailable.at(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 80), new BindException("Permission denied"));
        assertThat(refused.reason()).isEqualTo(PortalUnavailable.Reason.NOT_PERMITTED);
        assertThat(refused).hasMessageContaining("CAP_NET_BIND_SERVICE").hasRootCauseInstanceOf(SocketException.class);
    }

    @Test
    void itIsOpenedAndClosedAsOftenAsThereAreJoins() throws Exception {
        try (var trial = new PortalTrial(new FakeDesk())) {
            for (int i = 0; i < 5; i++) {
                trial.restart();
                assertThat(trial.phone().get("/state").status()).isEqualTo(200);
            }
            trial.leave();
            assertThatThrownBy(() -> trial.phone().get("/state")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whoIsSlowIsDroppedAndTheOthersNeverWait() throws Exception {
        try (var trial = new PortalTrial(new FakeDesk())) {
            var slow = new ArrayList<Socket>();
            for (String beginning : new String[] {
                "",
                "GET / HT",
                "GET / HTTP/1.1\r\nHost: 192.168.42.1\r\nX: ",
                "POST /join HTTP/1.1\r\nHost: 192.168.42.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 100\r\n\r\ntoken="
            }) {
                var socket = trial.phone("127.0.0.7").connect();
                socket.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
                slow.add(socket);
            }
            assertThat(trial.phone().get("/").status()).isEqualTo(200);
            assertThat(System.getProperties())
                    .containsEntry("sun.net.httpserver.maxReqTime", "5")
                    .containsEntry("jdk.httpserver.maxConnections", "128");
            for (var socket : slow) {
                // The read ends because the server closes; its own limit would be an exception.
                try (socket) {
                    assertThat(socket.getInputStream().readAllBytes()).isEmpty();
                } catch (SocketException reset) {
                    assertThat(reset).hasMessageContaining("reset");
                }
            }
        }
    }

    @Test
    void whileOnePhoneFloodsAnotherIsServed() throws Exception {
        try (var trial = new PortalTrial(new FakeDesk());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var going = new AtomicBoolean(true);
            var asked = new AtomicInteger();
            var refused = new AtomicInteger();
            var started = new CountDownLatch(200);
            for (int i = 0; i < FLOODERS; i++) {
                threads.execute(() -> {
                    try {
                        flood(trial, going, asked, refused, started);
                    } catch (IOException gone) {
                        going.set(false);
                    }
                });
            }
            assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
            long begin = System.nanoTime();
            long slowest = 0;
            int served = 0;
            while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(FLOOD_SECONDS)) {
                long before = System.nanoTime();
                assertThat(trial.phone("127.0.1." + (1 + served / 50 % 200))
                                .get("/")
                                .status())
                        .isEqualTo(200);
                slowest = Math.max(slowest, System.nanoTime() - before);
                served++;
                trial.pass(java.time.Duration.ofMillis(10));
            }
            int total = asked.get();
            going.set(false);
            System.out.printf(
                    "portal under a flood: %d requests/s by one phone, %d%% of them refused; the other got %d pages/s, the"
                            + " slowest in %d ms%n",
                    total / FLOOD_SECONDS, 100L * refused.get() / total, served / FLOOD_SECONDS, slowest / 1_000_000);
            assertThat(refused.get()).isPositive();
        }
    }

    private static void flood(
            PortalTrial trial, AtomicBoolean going, AtomicInteger asked, AtomicInteger refused, CountDownLatch started)
            throws IOException {
        while (going.get()) {
            if (trial.phone("127.0.0.66").get("/").status() == 429) {
                refused.incrementAndGet();
            }
            asked.incrementAndGet();
            started.countDown();
        }
    }

    private static PortalServer server(String address, int port) {
        var clock = InstantSource.fixed(FakeDesk.NOW);
        return new PortalServer(
                new PortalPlace(new InetSocketAddress(address, port), URI.create("http://192.168.42.1/")),
                new FakeDesk(),
                new PortalMemory(new SecureRandom(), clock),
                clock);
    }
}
