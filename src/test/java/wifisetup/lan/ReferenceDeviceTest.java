package wifisetup.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.device.Samples;

/// The library against devices of the reference's kind, good and bad.
class ReferenceDeviceTest {
    private static final Duration GENEROUS = Duration.ofSeconds(20);

    private final SessionOptions options =
            SessionOptions.of(ClientKey.of(Samples.ALICE)).withTimeout(GENEROUS);
    private final SessionOptions impatient = options.withTimeout(Duration.ofMillis(700));

    private static DeviceSession open(ReferenceDevice device, SessionOptions options) throws Exception {
        return DeviceSession.open(Target.of(device.device("1.3")), options);
    }

    @Test
    void theReferenceProofIsGivenWhereNothingStrongerIsKnown() throws Exception {
        try (var device = ReferenceDevice.trusting(stage -> {
                    assertThat(stage.next()).isEqualTo("rename\0Printer 2");
                    stage.say("ok");
                });
                var session = open(device, options)) {
            assertThat(session.authorized()).isTrue();
            assertThat(session.strong()).isFalse();
            session.rename("Printer 2");
            assertThat(device.ended()).succeedsWithin(GENEROUS);
        }
    }

    @Test
    void listsComeInBothSpellings() throws Exception {
        try (var device = ReferenceDevice.trusting(stage -> {
                    assertThat(stage.next()).isEqualTo("list_trust");
                    stage.say("data {\"access_id\":\"aa\",\"label\":\"one\"}");
                    stage.say("data access_id=bb\0label=two");
                    stage.say("ok");
                    assertThat(stage.next()).isEqualTo("scan_wifi");
                    stage.say("data {\"bssid\":\"b\",\"rssi\":-40,\"security\":\"WPA2-PSK\",\"ssid\":\"Home\"}");
                    stage.say("ok");
                });
                var session = open(device, options)) {
            assertThat(session.listTrust()).containsExactly(new TrustedKey("aa", "one"), new TrustedKey("bb", "two"));
            assertThat(session.wifiList()).containsExactly(new WifiNetwork("b", -40, "WPA2-PSK", "Home"));
        }
    }

    @Test
    void aMoveOfADeviceThatDoesNotAnswerIsUnsaid() throws Exception {
        try (var device = ReferenceDevice.trusting(stage ->
                        assertThat(stage.next()).startsWith("network\0method=dhcp\0wifi_mode=client\0ssid=Home"));
                var session = open(device, options)) {
            var change = NetworkChange.joining(
                    "Home", WifiSecurity.WPA2, Optional.of(Password.of("secret word".toCharArray())));

            assertThat(session.modifyNetwork(change)).isEqualTo(NetworkReply.UNSAID);
            assertThat(session.connected()).isFalse();
            assertThat(device.ended()).succeedsWithin(GENEROUS);
        }
    }

    @Test
    void anotherGreetingIsNotSupported() throws Exception {
        try (var device = ReferenceDevice.greeting("FLUX0002")) {
            assertThatThrownBy(() -> open(device, options)).isInstanceOf(DeviceException.NotSupported.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FLUX"})
    void aDeviceThatEndsTheSessionBeforeItsGreetingBreaksTheConnection(String begun) throws Exception {
        try (var device = ReferenceDevice.leavingAfter(begun)) {
            assertThatThrownBy(() -> open(device, options)).isInstanceOf(DeviceException.ConnectionBroken.class);
        }
    }

    @Test
    void whoeverSaysNothingAtFirstIsLeftSoon() throws Exception {
        try (var device = ReferenceDevice.greeting("")) {
            assertThatThrownBy(() -> open(device, options))
                    .isInstanceOf(DeviceException.TimedOut.class)
                    .hasMessage("no greeting within 2000 ms");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.14a2", "1.0.9", "2.0", ""})
    void anotherVersionIsNotSupported(String version) throws Exception {
        try (var device = ReferenceDevice.greeting("FLUX0003")) {
            assertThatThrownBy(() -> DeviceSession.open(Target.of(device.device(version)), options))
                    .isInstanceOf(DeviceException.NotSupported.class);
        }
    }

    @Test
    void aDeviceThatSaysNothingMoreIsGivenUp() throws Exception {
        try (var device = ReferenceDevice.greeting("FLUX0003")) {
            assertThatThrownBy(() -> open(device, impatient)).isInstanceOf(DeviceException.TimedOut.class);
        }
    }

    @Test
    void aDeviceThatEndsTheSessionBreaksTheConnection() throws Exception {
        try (var device = ReferenceDevice.playing(stage -> {})) {
            assertThatThrownBy(() -> open(device, options)).isInstanceOf(DeviceException.ConnectionBroken.class);
        }
    }

    @Test
    void nonsenseIsABadProtocol() throws Exception {
        try (var device = ReferenceDevice.playing(stage -> {
            stage.next();
            stage.say("hello");
            stage.next();
        })) {
            assertThatThrownBy(() -> open(device, options)).isInstanceOf(DeviceException.BadProtocol.class);
        }
    }

    @Test
    void anAnswerThatIsTooLongIsABadProtocol() throws Exception {
        try (var device = ReferenceDevice.playing(stage -> {
            stage.next();
            stage.tls().getOutputStream().write(new byte[] {(byte) 0xFF, (byte) 0xFF, 'x'});
            stage.next();
        })) {
            assertThatThrownBy(() -> open(device, options)).isInstanceOf(DeviceException.BadProtocol.class);
        }
    }

    @Test
    void aRefusalIsTypedAndTheSessionGoesOn() throws Exception {
        try (var device = ReferenceDevice.trusting(stage -> {
                    stage.next();
                    stage.say("error OPERATION_ERROR");
                    stage.next();
                    stage.say("error UNKNOWN_COMMAND");
                    stage.next();
                    stage.say("er STRANGE words");
                });
                var session = open(device, options)) {
            assertThatThrownBy(() -> session.rename("x"))
                    .isInstanceOfSatisfying(
                            DeviceException.OperationFailed.class,
                            refused -> assertThat(refused.refusal()).contains(DeviceException.Refusal.OPERATION_ERROR));
            assertThatThrownBy(session::wifiList).isInstanceOf(DeviceException.NotSupported.class);
            assertThatThrownBy(session::listTrust)
                    .isInstanceOfSatisfying(
                            DeviceException.OperationFailed.class,
                            refused -> assertThat(refused.code()).isEqualTo("STRANGE"));
            assertThat(session.authorized()).isTrue();
        }
    }

    @Test
    void whatADeviceSaysToRefuseCannotMoveTheTextAroundIt() throws Exception {
        try (var device = ReferenceDevice.trusting(stage -> {
                    stage.next();
                    stage.say("error \u001B[2J" + "x".repeat(4000));
                });
                var session = open(device, options)) {
            assertThatThrownBy(() -> session.rename("x"))
                    .isInstanceOfSatisfying(
                            DeviceException.OperationFailed.class,
                            refused -> assertThat(refused.code()).hasSize(64).startsWith("?[2Jxx"));
        }
    }

    @Test
    void aDeviceThatSpokeTheStrongerProtocolBeforeIsShownNothing() throws Exception {
        try (var device = ReferenceDevice.playing(stage -> {
            if (stage.in().read().isPresent()) {
                throw new IllegalStateException("the client shows its key");
            }
        })) {
            var known = StrongDevices.unkept();
            known.add(device.device("1.3"));

            assertThatThrownBy(() -> open(device, options.withStrongDevices(known)))
                    .isInstanceOf(DeviceException.Weakened.class);
            assertThat(device.ended()).succeedsWithin(GENEROUS);
        }
    }

    @Test
    void theDevicesThatSpeakTheStrongerProtocolAreKept(@TempDir Path directory) throws Exception {
        var file = directory.resolve("own").resolve("strong-devices");
        try (var one = ReferenceDevice.greeting("")) {
            var known = StrongDevices.kept(file);
            assertThat(known.contains(one.device("1.3"))).isFalse();
            known.add(one.device("1.3"));
            known.add(one.device("1.4"));

            assertThat(StrongDevices.kept(file).contains(one.device("1.5"))).isTrue();
            assertThat(Files.readAllLines(file)).hasSize(1);
        }
    }

    @Test
    void afterItsEndASessionsFuturesFail() throws Exception {
        try (var device = ReferenceDevice.trusting(stage -> {})) {
            var async = open(device, options).async();
            async.close();

            assertThat(async.rename("x"))
                    .failsWithin(GENEROUS)
                    .withThrowableThat()
                    .withCauseInstanceOf(DeviceException.ConnectionBroken.class);
        }
    }

    @Test
    void thePersonAtTheDeviceHasLongerThanTheDevice() throws Exception {
        var person = new CompletableFuture<Void>();
        try (var device = ReferenceDevice.playing(stage -> {
                    stage.next();
                    stage.say("password");
                    stage.next();
                    person.completeOnTimeout(null, 1, TimeUnit.SECONDS).join();
                    stage.say("ok");
                });
                var session = open(device, impatient.withPassword(Password.of("it".toCharArray())))) {
            assertThat(session.authorized()).isTrue();
        }
    }
}
