package wifisetup.device.flux;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wifisetup.device.Activity;
import wifisetup.device.DeviceEvent;
import wifisetup.device.DeviceName;
import wifisetup.device.LanStanding;
import wifisetup.device.Samples;
import wifisetup.flux.Frame;
import wifisetup.flux.FrameReader;
import wifisetup.flux.FrameWriter;
import wifisetup.flux.KeyEncoding;
import wifisetup.flux.Metadata;
import wifisetup.flux.Received;
import wifisetup.flux.Signatures;
import wifisetup.flux.Status;

/// A client by hand asks the device, by real datagrams on the loopback.
@Timeout(value = 60, unit = SECONDS)
class AnnouncerTest {
    private static final int LIMIT_MILLIS = 10_000;

    private final LanTrial device = new LanTrial(Samples.fresh(), false);
    private final DatagramSocket client =
            new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    AnnouncerTest() throws IOException {}

    @BeforeEach
    void patience() throws IOException {
        client.setSoTimeout(LIMIT_MILLIS);
    }

    @AfterEach
    void close() {
        client.close();
        device.close();
    }

    private void send(byte... datagram) throws IOException {
        client.send(new DatagramPacket(
                datagram, datagram.length, new InetSocketAddress(InetAddress.getLoopbackAddress(), device.port)));
    }

    private DatagramPacket hear() throws IOException {
        var packet = new DatagramPacket(new byte[5000], 5000);
        client.receive(packet);
        return packet;
    }

    private Received heard() throws IOException {
        var packet = hear();
        return FrameReader.read(Arrays.copyOf(packet.getData(), packet.getLength()));
    }

    private Frame.Introduction touch() throws IOException {
        send(FrameWriter.write(new Frame.Touch(2, Samples.KITCHEN.uuid())));
        return (Frame.Introduction) heard();
    }

    @Test
    void aPokeIsAnsweredFromThePortOfDiscovery() throws IOException {
        send(FrameWriter.write(new Frame.Poke()));
        var packet = hear();
        assertThat(packet.getPort()).isEqualTo(device.port);
        assertThat(FrameReader.read(Arrays.copyOf(packet.getData(), packet.getLength())))
                .isInstanceOfSatisfying(Frame.Heartbeat.class, beat -> {
                    assertThat(beat.uuid()).isEqualTo(Samples.KITCHEN.uuid());
                    assertThat(beat.status().id()).isZero();
                });
    }

    @Test
    void anotherClientsQuestionIsAnswered() throws IOException {
        send(FrameWriter.write(new Frame.Hello(Frame.NOBODY, 0)));
        assertThat(heard()).isInstanceOf(Frame.Heartbeat.class);
    }

    @Test
    void aTouchTellsKeyAndMetadataSigned() throws IOException {
        var told = touch();
        assertThat(told.publicKey()).isEqualTo(KeyEncoding.der((RSAPublicKey) LanTrial.DEVICE.getPublic()));
        assertThat(Signatures.RSA_SHA256.verify(
                        LanTrial.DEVICE.getPublic(), told.signedMetadata(), told.metadataSignature()))
                .isTrue();
        assertThat(Metadata.read(told.metadata()).orElseThrow().values())
                .containsEntry("serial", "K1TCHEN001")
                .containsEntry("ver", "1.5.0")
                .containsEntry("model", "Kitchen Panel")
                .containsEntry("name", "Kitchen")
                .containsEntry("pwd", "F")
                .containsEntry("sw", "1.0");
    }

    @Test
    void aTouchOfAnotherDeviceIsNotAnswered() throws IOException {
        send(FrameWriter.write(new Frame.Touch(2, new UUID(1, 2))));
        send(FrameWriter.write(new Frame.Poke()));
        // The poke's answer comes first, because there is no other.
        assertThat(heard()).isInstanceOf(Frame.Heartbeat.class);
    }

    @Test
    void anotherNameIsAnotherSession() throws IOException {
        send(FrameWriter.write(new Frame.Poke()));
        long before = ((Frame.Heartbeat) heard()).session();
        device.loop.submit(new DeviceEvent.Rename(new DeviceName("Pantry")));
        device.await(state -> state.name().text().equals("Pantry"));
        assertThat(Metadata.read(touch().metadata()).flatMap(told -> told.get("name")))
                .isEqualTo(Optional.of("Pantry"));
        send(FrameWriter.write(new Frame.Poke()));
        assertThat(((Frame.Heartbeat) heard()).session()).isNotEqualTo(before);
    }

    @Test
    void theProgressOfAJoinIsTold() throws IOException {
        device.lan().doing(new Activity.Joining(0.5f));
        send(FrameWriter.write(new Frame.Poke()));
        assertThat(heard()).isInstanceOfSatisfying(Frame.Heartbeat.class, beat -> {
            assertThat(beat.status().id()).isEqualTo(16);
            assertThat(beat.status().progress()).isEqualTo(0.5f);
        });
        device.lan().doing(new Activity.NotJoined("WrongPassword"));
        send(FrameWriter.write(new Frame.Poke()));
        assertThat(heard()).isInstanceOfSatisfying(Frame.Heartbeat.class, beat -> {
            assertThat(beat.status().id()).isEqualTo(128);
            assertThat(beat.status().errorLabel()).isEqualTo("WrongPassword");
        });
    }

    @Test
    void eightQuestionsAtOnceAreAnsweredAndTwoMoreEachSecond() throws IOException {
        for (int i = 0; i < 20; i++) {
            send(FrameWriter.write(new Frame.Poke()));
        }
        for (int i = 0; i < 8; i++) {
            heard();
        }
        assertThat(isSilent()).isTrue();
        device.timer.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 5; i++) {
            send(FrameWriter.write(new Frame.Poke()));
        }
        heard();
        heard();
        assertThat(isSilent()).isTrue();
    }

    @Test
    void whatIsNoFrameIsDroppedAndTheDeviceGoesOnAnswering() throws IOException {
        send("FLUX".getBytes(StandardCharsets.US_ASCII));
        send(new byte[4097]);
        send((byte) 1);
        send(FrameWriter.write(new Frame.Poke()));
        assertThat(heard()).isInstanceOf(Frame.Heartbeat.class);
        assertThat(device.lan().drops().orElseThrow().total()).isEqualTo(3);
    }

    @Test
    void aDeviceOnNoNetworkIsSilent() throws IOException {
        device.lan().network(false);
        device.await(state -> state.lan() instanceof LanStanding.NoNetwork);
        try {
            send(FrameWriter.write(new Frame.Poke()));
            assertThat(isSilent()).isTrue();
        } catch (PortUnreachableException nobodyThere) {
            assertThat(nobodyThere).isNotNull();
        }
        device.lan().network(true);
        send(FrameWriter.write(new Frame.Poke()));
        assertThat(heard()).isInstanceOf(Frame.Heartbeat.class);
    }

    @Test
    void aPokeByIpv6IsAnsweredByIpv6() throws IOException {
        try (var there = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("::1"), 0))) {
            there.setSoTimeout(LIMIT_MILLIS);
            byte[] poke = FrameWriter.write(new Frame.Poke());
            there.send(new DatagramPacket(
                    poke, poke.length, new InetSocketAddress(InetAddress.ofLiteral("::1"), device.port)));
            var packet = new DatagramPacket(new byte[5000], 5000);
            there.receive(packet);
            assertThat(packet.getPort()).isEqualTo(device.port);
        }
    }

    @Test
    void aTwinIsBelievedOnceItHasIntroducedItselfAndForgottenOnceItIsSilent() throws IOException {
        var introduction = touch();
        var address = InetAddress.ofLiteral("127.0.0.2");
        try (var twin = new DatagramSocket(new InetSocketAddress(address, 0))) {
            twin.setSoTimeout(LIMIT_MILLIS);
            tell(twin, new Frame.Heartbeat(Samples.KITCHEN.uuid(), 1, new Status(0, 0, 0, "", "")));
            var packet = new DatagramPacket(new byte[5000], 5000);
            twin.receive(packet);
            assertThat(FrameReader.read(Arrays.copyOf(packet.getData(), packet.getLength())))
                    .isEqualTo(new Frame.Touch(2, Samples.KITCHEN.uuid()));
            assertThat(device.await(_ -> true).twin()).isEmpty();
            tell(twin, introduction);
            assertThat(device.await(state -> state.twin().isPresent()).twin()).hasValue(address);
            device.timer.advance(Duration.ofMinutes(3));
            assertThat(device.await(state -> state.twin().isEmpty()).twin()).isEmpty();
        }
    }

    private void tell(DatagramSocket from, Frame frame) throws IOException {
        byte[] datagram = FrameWriter.write(frame);
        from.send(new DatagramPacket(
                datagram, datagram.length, new InetSocketAddress(InetAddress.getLoopbackAddress(), device.port)));
    }

    @Test
    void aPortThatWasTakenIsTriedAgain() throws IOException {
        device.lan().network(false);
        try (var other = take(device.port)) {
            device.lan().network(true);
            device.await(state -> state.lan() instanceof LanStanding.Broken);
            assertThat(other.isBound()).isTrue();
        }
        device.timer.advance(Duration.ofSeconds(10));
        assertThat(device.await(state -> state.lan() instanceof LanStanding.Open)
                        .lan())
                .isInstanceOf(LanStanding.Open.class);
    }

    /// The port, which is free as soon as the thread that listened there has gone.
    private static ServerSocket take(int port) throws IOException {
        var end = Instant.now().plus(LanTrial.GENEROUS);
        while (true) {
            try {
                return new ServerSocket(port);
            } catch (BindException late) {
                if (Instant.now().isAfter(end)) {
                    throw late;
                }
            }
        }
    }

    /// Whether nothing comes for a while.
    private boolean isSilent() throws IOException {
        client.setSoTimeout(300);
        try {
            hear();
            return false;
        } catch (SocketTimeoutException silence) {
            return true;
        } finally {
            client.setSoTimeout(LIMIT_MILLIS);
        }
    }
}
