package wifisetup.device.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wifisetup.device.DeviceEvent;
import wifisetup.device.Samples;
import wifisetup.flux.Frame;
import wifisetup.flux.Identity;
import wifisetup.flux.KeyEncoding;
import wifisetup.flux.Metadata;
import wifisetup.flux.Octets;
import wifisetup.flux.Signatures;

class TwinsTest {
    private static final long OURS = 7;
    private static final long THEIRS = 8;
    private static final InetAddress PLACE = InetAddress.ofLiteral("10.0.0.9");
    private static final KeyPair MAKER = ec();

    private final List<DeviceEvent> told = new ArrayList<>();

    private Twins twins(Optional<KeyPair> maker) {
        var own = new DeviceKey(LanTrial.DEVICE, Octets.NONE, maker.map(KeyPair::getPublic));
        return new Twins(own, session -> session == OURS, told::add);
    }

    private static KeyPair ec() {
        try {
            return KeyPairGenerator.getInstance("EC").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Frame.Introduction introduction(KeyPair keys, KeyPair maker) {
        var uuid = Samples.KITCHEN.uuid();
        var encoded = KeyEncoding.der((RSAPublicKey) keys.getPublic());
        var metadata = new Metadata(Map.of(Metadata.SERIAL, "K1TCHEN001", Metadata.VERSION, "1.5.0")).write();
        return new Frame.Introduction(
                uuid,
                encoded,
                new Identity("K1TCHEN001", uuid, encoded).sign((ECPrivateKey) maker.getPrivate()),
                metadata,
                Signatures.RSA_SHA256.sign(keys.getPrivate(), Frame.Introduction.signedMetadata(uuid, metadata)));
    }

    private List<DeviceEvent> introduced(Twins twins, Frame.Introduction introduction) {
        assertThat(twins.heard(PLACE, THEIRS, Samples.NOW)).isTrue();
        twins.introduced(PLACE, introduction, Samples.NOW);
        return told;
    }

    @Test
    void aCopyOfTheDeviceIsATwin() {
        assertThat(introduced(twins(Optional.empty()), introduction(LanTrial.DEVICE, ec())))
                .containsExactly(new DeviceEvent.TwinHeard(PLACE));
    }

    @Test
    void anotherKeyIsATwinIfTheMakerHasSignedIt() {
        assertThat(introduced(twins(Optional.of(MAKER)), introduction(Samples.BOB, MAKER)))
                .containsExactly(new DeviceEvent.TwinHeard(PLACE));
    }

    @Test
    void aKeyThatAnybodyMadeIsNoTwin() {
        assertThat(introduced(twins(Optional.of(MAKER)), introduction(Samples.BOB, ec())))
                .isEmpty();
        assertThat(introduced(twins(Optional.empty()), introduction(Samples.BOB, MAKER)))
                .isEmpty();
    }

    @Test
    void theDevicesOwnWordsThatComeBackAreNoTwin() {
        var twins = twins(Optional.empty());
        assertThat(twins.heard(PLACE, OURS, Samples.NOW)).isFalse();
        twins.introduced(PLACE, introduction(LanTrial.DEVICE, ec()), Samples.NOW);
        assertThat(told).isEmpty();
    }
}
