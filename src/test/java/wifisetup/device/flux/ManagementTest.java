package wifisetup.device.flux;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wifisetup.device.Samples.ALICE;
import static wifisetup.device.Samples.BOB;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wifisetup.device.AccessId;
import wifisetup.device.Attempts;
import wifisetup.device.DeviceEvent;
import wifisetup.device.DeviceName;
import wifisetup.device.DeviceRules;
import wifisetup.device.NetworkTrial;
import wifisetup.device.Samples;
import wifisetup.flux.Greeting;
import wifisetup.flux.KeyEncoding;
import wifisetup.network.Link;

/// Managers by hand, over real sockets.
@Timeout(value = 60, unit = SECONDS)
class ManagementTest {
    private static final String GARDEN = "Oma's Garten 🌻";

    private final Deque<LanTrial> opened = new ArrayDeque<>();

    @AfterEach
    void close() {
        opened.forEach(LanTrial::close);
    }

    private LanTrial opened(LanTrial device) {
        opened.add(device);
        return device;
    }

    private static String id(KeyPair keys) {
        return AccessId.of(keys.getPublic()).hex();
    }

    private static String pem(KeyPair keys) {
        return KeyEncoding.pem((RSAPublicKey) keys.getPublic());
    }

    @Test
    void aDeviceWithoutAPasswordTakesNone() throws Exception {
        var device = opened(new LanTrial(Samples.fresh(), false));
        try (var alice = device.manager(ALICE)) {
            assertThat(alice.present()).isEqualTo("error AUTH_ERROR NO_PASSWORD");
            assertThat(alice.hear()).isEqualTo("(end)");
        }
    }

    @Test
    void aCorrectPasswordLetsInAndTrustsTheKeyFromThenOn() throws Exception {
        var device = opened(LanTrial.withPassword());
        try (var alice = device.reference(ALICE)) {
            assertThat(alice.present()).isEqualTo("password");
            assertThat(alice.answer("correct horse")).isEqualTo("ok");
            assertThat(alice.answers("list_trust"))
                    .containsExactly("data {\"access_id\":\"" + id(ALICE) + "\",\"label\":\"127.0.0.1\"}", "ok");
        }
        try (var alice = device.reference(ALICE)) {
            assertThat(alice.present()).isEqualTo("sign");
            assertThat(alice.sign()).isEqualTo("ok");
        }
        assertThat(device.saved).hasSize(1);
    }

    @Test
    void aWrongPasswordIsRefusedAndEndsTheSession() throws Exception {
        var device = opened(LanTrial.withPassword());
        try (var alice = device.manager(ALICE)) {
            assertThat(alice.present()).isEqualTo("password");
            assertThat(alice.answer("wrong horse")).isEqualTo("error AUTH_ERROR");
            assertThat(alice.hear()).isEqualTo("(end)");
        }
        assertThat(device.loop.state().attempts().recent()).hasSize(1);
    }

    @Test
    void fiveWrongPasswordsMakeAnAddressWaitAndMoreOfThemLonger() throws Exception {
        var device = opened(LanTrial.withPassword());
        for (int i = 0; i < Attempts.FREE; i++) {
            try (var alice = device.manager(ALICE)) {
                alice.present();
                assertThat(alice.answer("wrong " + i)).isEqualTo("error AUTH_ERROR");
            }
        }
        try (var alice = device.manager(ALICE)) {
            assertThat(alice.present()).isEqualTo("error AUTH_ERROR WAIT 31");
        }
        device.timer.advance(Attempts.FIRST_WAIT);
        try (var alice = device.manager(ALICE)) {
            assertThat(alice.present()).isEqualTo("password");
            assertThat(alice.answer("wrong again")).isEqualTo("error AUTH_ERROR");
        }
        try (var alice = device.manager(ALICE)) {
            assertThat(alice.present()).isEqualTo("error AUTH_ERROR WAIT 61");
        }
        device.timer.advance(Duration.ofMinutes(1));
        try (var alice = device.manager(ALICE)) {
            alice.present();
            assertThat(alice.answer("correct horse")).isEqualTo("ok");
        }
        assertThat(device.loop.state().attempts().recent()).isEmpty();
    }

    @Test
    void aTrustedKeyGetsInWhileItsAddressWaits() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(BOB), false));
        for (int i = 0; i < Attempts.FREE; i++) {
            try (var alice = device.manager(ALICE)) {
                alice.present();
                alice.answer("wrong " + i);
            }
        }
        try (var bob = device.manager(BOB)) {
            assertThat(bob.in().answer("list_trust")).startsWith("data ");
        }
    }

    @Test
    void anOldSignatureProvesNothing() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        for (boolean strong : new boolean[] {true, false}) {
            String old;
            try (var alice = strong ? device.manager(ALICE) : device.reference(ALICE)) {
                alice.present();
                old = alice.signature();
                assertThat(alice.answer(old)).isEqualTo("ok");
            }
            try (var thief = strong ? device.manager(ALICE) : device.reference(ALICE)) {
                assertThat(thief.present()).isEqualTo("sign");
                assertThat(thief.answer(old)).isEqualTo("error AUTH_ERROR");
                assertThat(thief.hear()).isEqualTo("(end)");
            }
        }
        assertThat(device.await(state -> !state.attempts().recent().isEmpty())
                        .attempts()
                        .recent())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.count()).isEqualTo(2));
    }

    @Test
    void theStrongerProtocolWantsTheStrongerProof() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        try (var weak = new Manager(
                Manager.tls(new Socket(InetAddress.getLoopbackAddress(), device.port), true), ALICE, false)) {
            assertThat(weak.present()).isEqualTo("sign");
            assertThat(weak.sign()).isEqualTo("error AUTH_ERROR");
        }
    }

    @Test
    void anOlderTlsIsRefused() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        var old = Manager.tls(new Socket(InetAddress.getLoopbackAddress(), device.port), false);
        old.setEnabledProtocols(new String[] {"TLSv1.1"});
        assertThatThrownBy(old::startHandshake).isInstanceOf(IOException.class);
        // A client that promises the stronger protocol, and then is brought down to 1.2, is not served at all.
        var strong = Manager.tls(new Socket(InetAddress.getLoopbackAddress(), device.port), true);
        strong.setEnabledProtocols(new String[] {"TLSv1.2"});
        assertThatThrownBy(() -> new Manager(strong, ALICE, true).present()).isInstanceOf(IOException.class);
        // The reference client's TLS still serves.
        var reference = Manager.tls(new Socket(InetAddress.getLoopbackAddress(), device.port), false);
        reference.setEnabledProtocols(new String[] {"TLSv1.2"});
        try (var alice = new Manager(reference, ALICE, false)) {
            assertThat(alice.in().answer("rename\0Pantry")).isEqualTo("ok");
        }
    }

    @Test
    void theCertificateNamesTheDevicesKey() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        try (var alice = device.manager(ALICE)) {
            assertThat(alice.socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(alice.socket.getSession().getPeerCertificates()[0].getPublicKey())
                    .isEqualTo(LanTrial.DEVICE.getPublic());
        }
    }

    @Test
    void aRemovedKeyIsTrustedNoMoreNotEvenInASessionThatIsOpen() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE, BOB), false));
        try (var alice = device.manager(ALICE);
                var bob = device.manager(BOB)) {
            bob.in();
            assertThat(alice.in().answer("remove_trust\0" + id(BOB))).isEqualTo("ok");
            assertThat(bob.answer("rename\0Bob's")).isEqualTo("error AUTH_ERROR");
            assertThat(bob.hear()).isEqualTo("(end)");
            assertThat(alice.answer("remove_trust\0" + id(BOB))).isEqualTo("error NOT_FOUND");
        }
        try (var bob = device.manager(BOB)) {
            assertThat(bob.present()).isEqualTo("password");
        }
    }

    @Test
    void keysAreAddedAndListed() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        try (var alice = device.manager(ALICE)) {
            assertThat(alice.in().answer("add_trust\0Bob's laptop\0" + pem(BOB)))
                    .isEqualTo("ok");
            assertThat(alice.answers("list_trust"))
                    .containsExactly(
                            "data {\"access_id\":\"" + id(ALICE) + "\",\"label\":\"laptop\"}",
                            "data {\"access_id\":\"" + id(BOB) + "\",\"label\":\"Bob's laptop\"}",
                            "ok");
            assertThat(alice.answer("add_trust\0no key\0-----BEGIN")).isEqualTo("error BAD_PARAMS");
        }
        try (var bob = device.manager(BOB)) {
            bob.in();
        }
    }

    @Test
    void aNameIsTakenIfItCanBeOne() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        try (var alice = device.manager(ALICE)) {
            assertThat(alice.in().answer("rename\0Küche")).isEqualTo("ok");
            assertThat(alice.answer("rename\0 ")).isEqualTo("error BAD_PARAMS");
            assertThat(alice.answer("rename\0" + "x".repeat(64))).isEqualTo("error BAD_PARAMS");
        }
        assertThat(device.loop.state().name()).isEqualTo(new DeviceName("Küche"));
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndMayEndTheTrustInOthers() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE, BOB), false));
        try (var alice = device.manager(ALICE)) {
            alice.in();
            assertThat(alice.answer("passwd\0wrong horse\0battery staple\0F")).isEqualTo("error AUTH_ERROR");
            assertThat(alice.answer("passwd\0correct horse\0short\0F")).isEqualTo("error BAD_PARAMS");
            assertThat(alice.answer("passwd\0correct horse\0battery staple\0F")).isEqualTo("ok");
            assertThat(device.loop.state().memory().keys()).hasSize(2);
            assertThat(alice.answer("passwd\0battery staple\0correct horse\0Y")).isEqualTo("ok");
            assertThat(device.loop.state().memory().keys())
                    .singleElement()
                    .extracting(key -> key.accessId().hex())
                    .isEqualTo(id(ALICE));
        }
    }

    @Test
    void onlyAKeyResetsAPasswordAndEndsTheTrustInOthers() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(BOB), false));
        try (var alice = device.manager(ALICE)) {
            alice.present();
            alice.answer("correct horse");
            assertThat(alice.answer("reset_passwd\0battery staple")).isEqualTo("error AUTH_ERROR");
        }
        try (var alice = device.manager(ALICE)) {
            assertThat(alice.in().answer("reset_passwd\0battery staple")).isEqualTo("ok");
        }
        try (var bob = device.manager(BOB)) {
            assertThat(bob.present()).isEqualTo("password");
            assertThat(bob.answer("battery staple")).isEqualTo("ok");
        }
    }

    @Test
    void networksInReachAreListed() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        try (var alice = device.manager(ALICE)) {
            var rows = alice.in().answers("scan_wifi");
            assertThat(rows).last().isEqualTo("ok");
            assertThat(rows).anySatisfy(row -> assertThat(row).contains(GARDEN).contains("WPA2-PSK"));
        }
    }

    @Test
    void whatIsNoCommandIsRefusedAndTheSessionGoesOn() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        try (var alice = device.manager(ALICE)) {
            assertThat(alice.in().answer("play\0music")).isEqualTo("error UNKNOWN_COMMAND");
            assertThat(alice.answer("network\0method=magic")).isEqualTo("error BAD_PARAMS");
            assertThat(alice.answer("confirm_network")).isEqualTo("error NOT_FOUND");
            assertThat(alice.answer("rename\0Pantry")).isEqualTo("ok");
        }
    }

    @Test
    void aNetworkIsKeptOnceItsManagerHasReturnedAndSaidSo() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        device.radio.adapterReady();
        try (var alice = device.manager(ALICE)) {
            assertThat(alice.in()
                            .answer("network\0method=dhcp\0wifi_mode=client\0ssid=" + GARDEN
                                    + "\0security=WPA2-PSK\0psk=password"))
                    .isEqualTo("ok");
        }
        device.timer.advance(Duration.ofSeconds(1));
        device.await(state -> state.trial() instanceof NetworkTrial.Running trial && trial.reached());
        assertThat(device.radio.status().link()).isInstanceOf(Link.Up.class);
        try (var alice = device.manager(ALICE)) {
            assertThat(alice.in().answer("confirm_network")).isEqualTo("ok");
        }
        device.timer.advance(Duration.ofMinutes(2));
        // Whatever the time has brought is handled before this is.
        assertThat(device.await(_ -> true).trial()).isEqualTo(new NetworkTrial.None());
        assertThat(device.radio.status().link()).isInstanceOf(Link.Up.class);
    }

    @Test
    void aNetworkThatNobodyReturnsOverIsLeftAgain() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        device.radio.adapterReady();
        try (var alice = device.manager(ALICE)) {
            alice.in().answer("network\0method=dhcp\0ssid=" + GARDEN + "\0security=WPA2-PSK\0psk=password");
        }
        device.timer.advance(Duration.ofSeconds(1));
        device.await(state -> state.trial() instanceof NetworkTrial.Running trial && trial.reached());
        device.timer.advance(Duration.ofSeconds(60));
        assertThat(device.await(state -> state.trial() instanceof NetworkTrial.Returned)
                        .trial())
                .isInstanceOfSatisfying(
                        NetworkTrial.Returned.class,
                        returned -> assertThat(returned.reason()).isEqualTo(new NetworkTrial.Reason.NotConfirmed()));
    }

    @Test
    void aReferenceClientsNetworkIsKeptOnceItGivesAnAddressAndItsCommandIsNotAnswered() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        device.radio.adapterReady();
        try (var alice = device.reference(ALICE)) {
            alice.in().say("network\0method=dhcp\0ssid=" + GARDEN + "\0security=WPA2-PSK\0psk=password");
            assertThat(alice.answer("rename\0Pantry")).isEqualTo("ok");
        }
        device.timer.awaitWaiting(DeviceRules.with(false).trialTime());
        device.timer.advance(Duration.ofSeconds(1));
        device.await(state -> state.trial() instanceof NetworkTrial.None);
        assertThat(device.radio.status().link()).isInstanceOf(Link.Up.class);
    }

    @Test
    void aNetworkThatCannotBeJoinedIsSaid() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        device.radio.adapterReady();
        try (var alice = device.manager(ALICE)) {
            alice.in().answer("network\0method=dhcp\0ssid=" + GARDEN + "\0security=WPA2-PSK\0psk=wrong password");
        }
        device.timer.advance(Duration.ofSeconds(1));
        assertThat(device.await(state -> state.trial() instanceof NetworkTrial.Returned)
                        .trial())
                .isInstanceOfSatisfying(
                        NetworkTrial.Returned.class,
                        returned -> assertThat(returned.reason()).isInstanceOf(NetworkTrial.Reason.NotReached.class));
    }

    @Test
    void thePersonAtThePanelIsAskedBeforeAKeyIsTrusted() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(), true));
        try (var alice = device.manager(ALICE)) {
            alice.present();
            alice.say("correct horse");
            var question = device.await(state -> state.question().isPresent())
                    .question()
                    .orElseThrow();
            assertThat(question.key().key()).isEqualTo(ALICE.getPublic());
            assertThat(device.saved).isEmpty();
            device.loop.submit(new DeviceEvent.AnswerConsent(question.number(), true));
            assertThat(alice.hear()).isEqualTo("ok");
        }
        try (var bob = device.manager(BOB)) {
            bob.present();
            bob.say("correct horse");
            var question = device.await(state -> state.question().isPresent())
                    .question()
                    .orElseThrow();
            device.loop.submit(new DeviceEvent.AnswerConsent(question.number(), false));
            assertThat(bob.hear()).isEqualTo("error AUTH_ERROR");
        }
        assertThat(device.loop.state().memory().keys()).hasSize(1);
    }

    @Test
    void whoeverLeavesIsNotAskedAboutAnyMore() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(), true));
        try (var alice = device.manager(ALICE)) {
            alice.present();
            alice.say("correct horse");
            device.await(state -> state.question().isPresent());
        }
        assertThat(device.await(state -> state.question().isEmpty()).question()).isEmpty();
        try (var bob = device.manager(BOB)) {
            bob.present();
            bob.say("correct horse");
            var question = device.await(state -> state.question().isPresent())
                    .question()
                    .orElseThrow();
            device.loop.submit(new DeviceEvent.AnswerConsent(question.number(), true));
            assertThat(bob.hear()).isEqualTo("ok");
        }
    }

    @Test
    void whatIsSaidWhileTheDeviceIsAtAnAnswerIsNotLost() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        try (var alice = device.manager(ALICE)) {
            alice.in().say("rename\0Pantry");
            alice.say("rename\0Larder");
            alice.say("list_trust");
            assertThat(alice.hear()).isEqualTo("ok");
            assertThat(alice.hear()).isEqualTo("ok");
            assertThat(alice.hear()).startsWith("data ");
        }
        assertThat(device.loop.state().name().text()).isEqualTo("Larder");
    }

    @Test
    void aDeviceIsNoAccessPointForItsManagersAndSaysSo() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        try (var alice = device.manager(ALICE)) {
            assertThat(alice.in().answer("network\0method=dhcp\0wifi_mode=host\0ssid=Mine\0security=None"))
                    .isEqualTo("error BAD_PARAMS HOST_MODE_IS_FOR_THE_PANEL");
        }
    }

    @Test
    void aReferenceClientsRefusedNetworkIsNotAnsweredEither() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        try (var alice = device.reference(ALICE)) {
            alice.in().say("network\0method=magic");
            alice.say("network\0method=dhcp\0wifi_mode=host\0ssid=Mine\0security=None");
            assertThat(alice.answer("rename\0Pantry")).isEqualTo("ok");
        }
    }

    @Test
    void aPersonWhoDoesNotAnswerSaysNo() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(), true));
        try (var alice = device.manager(ALICE)) {
            alice.present();
            alice.say("correct horse");
            device.await(state -> state.question().isPresent());
            device.timer.awaitWaiting(DeviceRules.with(true).consentTime());
            device.timer.advance(Duration.ofMinutes(1));
            assertThat(alice.hear()).isEqualTo("error AUTH_ERROR");
        }
        device.await(state -> state.question().isEmpty());
    }

    @Test
    void whoeverSaysNothingIsSentAwayAndShutsNobodyOut() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        var silent = new ArrayList<Socket>();
        for (int i = 0; i < 400; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), device.port);
            socket.setSoTimeout((int) LanTrial.GENEROUS.toMillis());
            silent.add(socket);
        }
        try (var alice = device.manager(ALICE)) {
            assertThat(alice.in().answer("rename\0Pantry")).isEqualTo("ok");
            for (var socket : silent) {
                // The greeting, with which its time begins; none where others are let in instead.
                var _ = socket.getInputStream().readNBytes(Greeting.TLS.toBytes().length);
            }
            device.timer.advance(Session.HANDSHAKE);
            for (var socket : silent) {
                socket.getInputStream().readAllBytes();
                socket.close();
            }
            assertThat(alice.answer("rename\0Larder")).isEqualTo("ok");
        }
    }

    @Test
    void handshakesThatStallKeepNobodyWaiting() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        var stalled = new ArrayList<Socket>();
        try {
            byte[] hello = clientHello();
            for (int length : new int[] {1, hello.length - 1, hello.length}) {
                for (int i = 0; i < 20; i++) {
                    var socket = new Socket(InetAddress.getLoopbackAddress(), device.port);
                    stalled.add(socket);
                    socket.setSoTimeout((int) LanTrial.GENEROUS.toMillis());
                    socket.getInputStream().readNBytes(Greeting.TLS.toBytes().length);
                    socket.getOutputStream().write(hello, 0, length);
                    if (length == hello.length) {
                        // The device has answered, and waits from now on.
                        assertThat(socket.getInputStream().read()).isPositive();
                    }
                }
            }
            try (var alice = device.manager(ALICE).in()) {
                assertThat(alice.answer("rename\0Pantry")).isEqualTo("ok");
            }
        } finally {
            for (var socket : stalled) {
                socket.close();
            }
        }
    }

    @Test
    void whoeverDoesNotSpeakTlsIsSentAwayAtOnce() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        try (var browser = new Socket(InetAddress.getLoopbackAddress(), device.port)) {
            browser.setSoTimeout((int) LanTrial.GENEROUS.toMillis());
            browser.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(browser.getInputStream().readAllBytes()).startsWith(Greeting.TLS.toBytes());
        }
    }

    private static byte[] clientHello() throws GeneralSecurityException, IOException {
        var engine = SSLContext.getDefault().createSSLEngine();
        engine.setUseClientMode(true);
        var hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), hello);
        return Arrays.copyOf(hello.array(), hello.position());
    }

    @Test
    void twoHundredManagersAtOnceAreServed() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        var begun = System.nanoTime();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Manager>>();
            for (int i = 0; i < 200; i++) {
                all.add(() -> device.manager(ALICE).in());
            }
            var open = new ArrayList<Manager>();
            for (var manager : pool.invokeAll(all)) {
                open.add(manager.get());
            }
            for (var manager : open) {
                assertThat(manager.answer("list_trust")).startsWith("data ");
                assertThat(manager.hear()).isEqualTo("ok");
            }
            System.Logger log = System.getLogger(ManagementTest.class.getName());
            log.log(
                    System.Logger.Level.INFO,
                    "200 sessions open and answered in {0} ms",
                    (System.nanoTime() - begun) / 1_000_000);
            for (var manager : open) {
                manager.close();
            }
        }
    }

    @Test
    void managementByIpv6() throws Exception {
        var device = opened(new LanTrial(LanTrial.remembering(ALICE), false));
        try (var alice = new Manager(InetAddress.ofLiteral("::1"), device.port, ALICE, true)) {
            assertThat(alice.in().answer("rename\0Pantry")).isEqualTo("ok");
        }
    }

    @Test
    void whatIsNotSavedIsNotAnsweredAsDone() throws Exception {
        var device = opened(LanTrial.failingToSave(ALICE));
        try (var alice = device.manager(ALICE)) {
            assertThat(alice.in().answer("rename\0Pantry")).isEqualTo("error OPERATION_ERROR");
        }
        assertThat(device.await(state -> state.name().text().equals("Kitchen"))
                        .name()
                        .text())
                .isEqualTo("Kitchen");
    }
}
