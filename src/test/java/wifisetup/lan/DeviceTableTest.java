package wifisetup.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wifisetup.device.Samples;
import wifisetup.flux.DropReason;
import wifisetup.flux.Drops;
import wifisetup.flux.Frame;
import wifisetup.flux.FrameReader;
import wifisetup.flux.FrameWriter;
import wifisetup.flux.Octets;
import wifisetup.flux.Received;
import wifisetup.flux.Status;

/// What follows from each frame, by hand.
class DeviceTableTest {
    private static final UUID DEVICE = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final InetSocketAddress THERE = at("192.0.2.1");
    private static final InetSocketAddress ELSEWHERE = at("192.0.2.2");
    private static final int FRAMES = 10_000;
    private static final Status RUNNING = new Status(1_700_000_001, 16, 0.5f, "", "");

    private final SignedFrames alice = new SignedFrames(DEVICE, "SERIAL0001", Samples.ALICE);
    private final SignedFrames bob = new SignedFrames(DEVICE, "SERIAL0001", Samples.BOB);
    private final Drops drops = new Drops();
    private final DiscoverySettings settings = DiscoverySettings.of(List.of(Appliance.vendorKey()));
    private Instant now = Samples.NOW;
    private DeviceTable table = new DeviceTable(settings, drops);

    private static InetSocketAddress at(String address) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), Frame.PORT);
    }

    private List<Finding> hear(Frame frame, InetSocketAddress from) {
        return hear(FrameWriter.write(frame), from);
    }

    private List<Finding> hear(byte[] datagram, InetSocketAddress from) {
        return table.hear(FrameReader.read(datagram), from, now);
    }

    private void wait(Duration time) {
        now = now.plus(time);
    }

    /// Version 2, to the end.
    private Device met(SignedFrames device, long session, InetSocketAddress place) {
        hear(device.heartbeat(session, SignedFrames.IDLE), place);
        return hear(device.introduction("Kitchen"), place).stream()
                .map(finding -> switch (finding) {
                    case Finding.Found found -> found.device();
                    case Finding.Updated updated -> updated.device();
                    case Finding.Ask _, Finding.Conflict _, Finding.Lost _ -> throw new AssertionError(finding);
                })
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anUnknownDeviceThatSaysHelloIsPokedAndASilentOneToo() {
        var poke = new Finding.Ask(new Frame.Poke(), THERE);

        assertThat(hear(new Frame.Hello(DEVICE, 0), THERE)).containsExactly(poke);
        met(alice, 1, THERE);
        assertThat(hear(new Frame.Hello(DEVICE, 0), THERE)).isEmpty();
        wait(Duration.ofMillis(3149));
        assertThat(hear(new Frame.Hello(DEVICE, 0), THERE)).isEmpty();
        wait(Duration.ofMillis(1));
        assertThat(hear(new Frame.Hello(DEVICE, 0), THERE)).containsExactly(poke);
        assertThat(hear(new Frame.Hello(DEVICE, 0), THERE)).isEmpty();
    }

    @Test
    void whatOtherClientsAskIsNothingToUs() {
        assertThat(hear(new Frame.Hello(Frame.NOBODY, 0), THERE)).isEmpty();
        assertThat(hear(new Frame.Poke(), THERE)).isEmpty();
        assertThat(hear(new Frame.Touch(2, DEVICE), THERE)).isEmpty();
        assertThat(drops.total()).isZero();
    }

    @Test
    void aDeviceOfVersion2IsTouchedThenFoundThenHeard() {
        assertThat(hear(alice.heartbeat(1, SignedFrames.IDLE), THERE))
                .containsExactly(new Finding.Ask(new Frame.Touch(2, DEVICE), THERE));
        assertThat(hear(alice.introduction("Kitchen"), THERE))
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Found.class,
                        found -> assertThat(found.device().name()).isEqualTo("Kitchen"));
        assertThat(hear(alice.heartbeat(1, RUNNING), THERE))
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Updated.class,
                        updated -> assertThat(
                                        updated.device().status().orElseThrow().activity())
                                .contains(DeviceActivity.RUNNING));
    }

    @Test
    void aNewSessionMeansNewMetadata() {
        met(alice, 1, THERE);

        assertThat(hear(alice.heartbeat(2, SignedFrames.IDLE), THERE))
                .containsExactly(new Finding.Ask(new Frame.Touch(2, DEVICE), THERE));
        assertThat(hear(alice.introduction("Hall"), THERE))
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Updated.class,
                        updated -> assertThat(updated.device().name()).isEqualTo("Hall"));
    }

    @Test
    void aDeviceIsTouchedOnceASecondUntilItAnswers() {
        hear(alice.heartbeat(1, SignedFrames.IDLE), THERE);
        assertThat(hear(alice.heartbeat(1, SignedFrames.IDLE), THERE)).isEmpty();
        wait(Duration.ofSeconds(1));
        assertThat(hear(alice.heartbeat(1, SignedFrames.IDLE), THERE)).hasSize(1);
    }

    @Test
    void aDeviceOfVersion1IsTouchedThenFoundThenHeard() {
        assertThat(hear(alice.masterKey(5), THERE)).containsExactly(new Finding.Ask(new Frame.Touch(1, DEVICE), THERE));
        assertThat(hear(alice.slaveKey(5, Samples.BOB, "Printer"), THERE))
                .singleElement()
                .isInstanceOfSatisfying(Finding.Found.class, found -> {
                    assertThat(found.device().version()).isEqualTo("0.14a2");
                    assertThat(found.device().keys()).hasSize(2);
                });
        assertThat(hear(alice.masterKey(5), THERE)).singleElement().isInstanceOf(Finding.Updated.class);
        assertThat(hear(alice.masterKey(6), THERE)).singleElement().isInstanceOf(Finding.Ask.class);
    }

    @Test
    void anAnswerThatNobodyAskedForIsDropped() {
        hear(alice.introduction("Kitchen"), THERE);
        hear(alice.slaveKey(5, Samples.BOB, "Printer"), THERE);

        assertThat(drops.of(DropReason.UNEXPECTED)).isEqualTo(2);
        assertThat(table.devices()).isEmpty();
    }

    @Test
    void twoDevicesWithOneUuidAreToldApartByTheirKeysAndReportedOnce() {
        var first = met(alice, 1, THERE);
        hear(bob.heartbeat(2, SignedFrames.IDLE), ELSEWHERE);
        var findings = hear(bob.introduction("Twin"), ELSEWHERE);

        assertThat(findings).hasSize(2);
        assertThat(findings.get(0)).isInstanceOf(Finding.Found.class);
        assertThat(findings.get(1)).isInstanceOfSatisfying(Finding.Conflict.class, conflict -> {
            assertThat(conflict.first().isSame(first)).isTrue();
            assertThat(conflict.second().address()).isEqualTo(ELSEWHERE.getAddress());
        });
        assertThat(table.devices()).hasSize(2);
        hear(bob.heartbeat(3, SignedFrames.IDLE), ELSEWHERE);
        assertThat(hear(bob.introduction("Twin"), ELSEWHERE)).singleElement().isInstanceOf(Finding.Updated.class);
    }

    @Test
    void aCopiedMemoryCardIsReportedOnceItsTwoDevicesSpeakInTurn() {
        met(alice, 1, THERE);
        wait(Duration.ofSeconds(1));
        met(alice, 9, ELSEWHERE);
        wait(Duration.ofSeconds(3));
        assertThat(hear(alice.heartbeat(9, SignedFrames.IDLE), ELSEWHERE))
                .noneMatch(Finding.Conflict.class::isInstance);
        wait(Duration.ofMillis(1));

        assertThat(hear(alice.heartbeat(1, SignedFrames.IDLE), THERE))
                .filteredOn(Finding.Conflict.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(Finding.Conflict.class, conflict -> {
                    assertThat(conflict.first().address()).isEqualTo(ELSEWHERE.getAddress());
                    assertThat(conflict.second().address()).isEqualTo(THERE.getAddress());
                });
        assertThat(hear(alice.heartbeat(1, SignedFrames.IDLE), THERE)).noneMatch(Finding.Conflict.class::isInstance);
    }

    @Test
    void oneDeviceOnCableAndRadioIsNoConflictWhenItIsRenamed() {
        met(alice, 1, THERE);
        met(alice, 1, ELSEWHERE);
        met(alice, 2, THERE);
        // Said before the change, heard after it.
        assertThat(hear(alice.heartbeat(1, SignedFrames.IDLE), ELSEWHERE))
                .noneMatch(Finding.Conflict.class::isInstance);
        wait(Duration.ofSeconds(2));
        met(alice, 2, ELSEWHERE);
        for (int i = 0; i < 10; i++) {
            wait(Duration.ofSeconds(1));
            assertThat(hear(alice.heartbeat(2, SignedFrames.IDLE), i % 2 == 0 ? THERE : ELSEWHERE))
                    .noneMatch(Finding.Conflict.class::isInstance);
        }
    }

    @Test
    void manyPlacesOfTwoDevicesAreOneConflictAndFourPlacesEach() {
        met(bob, 1, THERE);
        var introduction = alice.introduction("Kitchen");
        int conflicts = 0;
        for (int i = 1; i < 1500; i++) {
            var place = at("10.0." + i / 250 + "." + i % 250);
            hear(alice.heartbeat(i, SignedFrames.IDLE), place);
            conflicts += (int) hear(introduction, place).stream()
                    .filter(Finding.Conflict.class::isInstance)
                    .count();
            wait(Duration.ofMillis(1));
        }

        assertThat(conflicts).isOne();
        assertThat(table.devices()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aDevicesWordsFromAnotherPortThanDevicesHaveAreForeign() {
        var port = new InetSocketAddress(THERE.getAddress(), 40_000);

        assertThat(hear(alice.heartbeat(1, SignedFrames.IDLE), port)).isEmpty();
        assertThat(hear(alice.masterKey(5), port)).isEmpty();
        assertThat(hear(new Frame.Hello(DEVICE, 0), port)).isEmpty();
        assertThat(drops.of(DropReason.FOREIGN)).isEqualTo(3);
        assertThat(hear(new Frame.Hello(Frame.NOBODY, 0), port)).isEmpty();
        assertThat(drops.of(DropReason.FOREIGN)).isEqualTo(3);
    }

    @Test
    void aDeviceIsWhereItWasLastHeard() {
        met(alice, 1, THERE);
        met(alice, 2, ELSEWHERE);
        wait(Duration.ofSeconds(2));
        hear(alice.heartbeat(1, SignedFrames.IDLE), THERE);

        assertThat(table.devices())
                .singleElement()
                .satisfies(device -> assertThat(device.address()).isEqualTo(THERE.getAddress()));
    }

    @Test
    void aDeviceThatFallsSilentIsAskedThenForgottenAndFoundAgain() {
        met(alice, 1, THERE);
        assertThat(table.age(now)).isEmpty();
        wait(Duration.ofSeconds(11));
        assertThat(table.age(now)).containsExactly(new Finding.Ask(new Frame.Poke(), THERE));
        wait(Duration.ofSeconds(2));
        assertThat(table.age(now)).isEmpty();
        wait(Duration.ofSeconds(18));

        assertThat(table.age(now)).singleElement().isInstanceOf(Finding.Lost.class);
        assertThat(table.devices()).isEmpty();
        hear(alice.heartbeat(1, SignedFrames.IDLE), THERE);
        assertThat(hear(alice.introduction("Kitchen"), THERE)).singleElement().isInstanceOf(Finding.Found.class);
    }

    @Test
    void aDeviceThatIsElsewhereIsNotLost() {
        met(alice, 1, THERE);
        wait(Duration.ofSeconds(29));
        met(alice, 1, ELSEWHERE);
        wait(Duration.ofSeconds(2));

        assertThat(table.age(now)).isEmpty();
        assertThat(table.devices())
                .singleElement()
                .satisfies(device -> assertThat(device.address()).isEqualTo(ELSEWHERE.getAddress()));
    }

    @Test
    void whoHasSignedItsWordsOnceSignsThemAlways() {
        var signed = alice.introduction("Kitchen");
        var forged = unsigned("Forged");
        hear(alice.heartbeat(7, SignedFrames.IDLE), ELSEWHERE);
        assertThat(hear(forged, ELSEWHERE)).singleElement().isInstanceOf(Finding.Found.class);

        met(alice, 1, THERE);

        assertThat(table.devices()).singleElement().satisfies(device -> {
            assertThat(device.name()).isEqualTo("Kitchen");
            assertThat(device.address()).isEqualTo(THERE.getAddress());
        });
        for (var place : List.of(THERE, ELSEWHERE)) {
            hear(alice.heartbeat(8, SignedFrames.IDLE), place);
            assertThat(hear(forged, place)).isEmpty();
        }
        assertThat(drops.of(DropReason.BAD_SIGNATURE)).isEqualTo(2);
        assertThat(hear(signed, THERE)).singleElement().isInstanceOf(Finding.Updated.class);
    }

    private Frame.Introduction unsigned(String name) {
        var signed = alice.introduction(name);
        return new Frame.Introduction(DEVICE, signed.publicKey(), signed.identity(), signed.metadata(), Octets.NONE);
    }

    @Test
    void anOldKeyOfTheDayIsNotTakenAgain() {
        hear(alice.masterKey(6), THERE);
        hear(alice.slaveKey(6, Samples.BOB, "Printer"), THERE);
        hear(alice.masterKey(7), THERE);

        assertThat(hear(alice.slaveKey(5, Samples.ALICE, "Old"), THERE)).isEmpty();
        assertThat(hear(alice.slaveKey(6, Samples.ALICE, "Old"), THERE)).isEmpty();
        hear(alice.masterKey(4), ELSEWHERE);
        assertThat(hear(alice.slaveKey(4, Samples.ALICE, "Old"), ELSEWHERE)).isEmpty();

        assertThat(drops.of(DropReason.UNEXPECTED)).isEqualTo(3);
        assertThat(hear(alice.slaveKey(7, Samples.BOB, "Printer"), THERE)).hasSize(1);
    }

    @Test
    void filtersLetOneDeviceThrough() {
        table = new DeviceTable(settings.withUuid(UUID.randomUUID()), drops);
        assertThat(hear(alice.heartbeat(1, SignedFrames.IDLE), THERE)).isEmpty();
        table = new DeviceTable(settings.withAddress(ELSEWHERE.getAddress()), drops);
        assertThat(hear(alice.heartbeat(1, SignedFrames.IDLE), THERE)).isEmpty();
        assertThat(hear(alice.heartbeat(1, SignedFrames.IDLE), ELSEWHERE)).hasSize(1);
    }

    @Test
    void beyondTheLimitNewDevicesAreDroppedUntilOthersHaveBeenSilent() {
        table = new DeviceTable(settings.withMaximumDevices(1), drops);
        met(alice, 1, THERE);
        hear(bob.heartbeat(1, SignedFrames.IDLE), ELSEWHERE);

        assertThat(hear(bob.introduction("Twin"), ELSEWHERE)).isEmpty();
        assertThat(drops.of(DropReason.TOO_MANY_DEVICES)).isOne();
        wait(Duration.ofSeconds(31));
        table.age(now);
        hear(bob.heartbeat(1, SignedFrames.IDLE), ELSEWHERE);
        assertThat(hear(bob.introduction("Twin"), ELSEWHERE)).hasSize(1);
    }

    @Test
    void inventedDevicesShutNobodyOut() {
        for (int i = 0; i < 100_000; i++) {
            hear(new Frame.Heartbeat(new UUID(1, i), i, SignedFrames.IDLE), at("10.0.0.66"));
        }

        met(alice, 1, THERE);

        assertThat(drops.total()).isZero();
        assertThat(table.devices()).hasSize(1);
    }

    @Test
    void eachFlippedBitOfAnIntroductionIsDroppedAndCounted() {
        byte[] whole = FrameWriter.write(alice.introduction("Kitchen"));

        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            var fresh = new DeviceTable(settings, drops);
            fresh.hear(alice.heartbeat(1, SignedFrames.IDLE), THERE, now);
            long before = drops.total();
            var received = FrameReader.read(flipped);
            if (received instanceof Received.Dropped dropped) {
                fresh.hear(dropped, THERE, now);
            } else {
                assertThat(fresh.hear(received, THERE, now)).as("bit %d", bit).isEmpty();
            }
            assertThat(drops.total()).as("bit %d", bit).isEqualTo(before + 1);
            assertThat(fresh.devices()).isEmpty();
        }
    }

    @Test
    void eachFlippedBitOfAKeyOfTheDayIsDroppedAndCounted() {
        byte[] whole = FrameWriter.write(alice.slaveKey(5, Samples.BOB, "Printer"));
        byte[] announcement = FrameWriter.write(alice.masterKey(5));

        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            table = new DeviceTable(settings, drops);
            hear(announcement, THERE);
            long before = drops.total();

            assertThat(hear(flipped, THERE)).as("bit %d", bit).isEmpty();

            // A question of another client's is heard and means nothing.
            boolean question = FrameReader.read(flipped) instanceof Frame.Touch;
            assertThat(drops.total()).as("bit %d", bit).isEqualTo(before + (question ? 0 : 1));
            assertThat(table.devices()).isEmpty();
        }
    }

    /// What two devices with one UUID say, and their words damaged at one place, in any order and from anywhere:
    /// the table shows what the two have said. The seed is fixed, so what fails fails again.
    @Test
    void howeverFramesAreMixedAndDamagedNobodyBecomesADeviceWhoIsNone() {
        var random = new Random(20_261_121);
        var genuine = new ArrayList<byte[]>();
        for (var device : List.of(alice, bob)) {
            genuine.add(FrameWriter.write(new Frame.Hello(DEVICE, 0)));
            genuine.add(FrameWriter.write(device.introduction("Kitchen")));
            genuine.add(FrameWriter.write(device.introduction("Hall")));
            genuine.add(FrameWriter.write(device.slaveKey(5, Samples.BOB, "Kitchen")));
            genuine.add(FrameWriter.write(device.slaveKey(6, Samples.ALICE, "Hall")));
            genuine.add(FrameWriter.write(device.masterKey(5)));
            genuine.add(FrameWriter.write(device.masterKey(6)));
            genuine.add(FrameWriter.write(device.heartbeat(1, SignedFrames.IDLE)));
            genuine.add(FrameWriter.write(device.heartbeat(2, RUNNING)));
        }
        var keys = Stream.of(Samples.ALICE, Samples.BOB).map(KeyPair::getPublic).toList();
        int most = 0;
        for (int i = 0; i < FRAMES; i++) {
            byte[] datagram = genuine.get(random.nextInt(genuine.size())).clone();
            for (int damage = random.nextInt(3); damage > 0; damage--) {
                datagram[random.nextInt(datagram.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            }
            hear(datagram, at("192.0.2." + random.nextInt(8)));
            wait(Duration.ofMillis(random.nextInt(200)));
            table.age(now);
            most = Math.max(most, table.devices().size());
            assertThat(table.devices()).hasSizeLessThanOrEqualTo(2).allSatisfy(device -> {
                assertThat(device.uuid()).isEqualTo(DEVICE);
                assertThat(keys).containsAll(device.keys());
                assertThat(device.name()).isIn("Kitchen", "Hall");
            });
        }
        assertThat(most).isEqualTo(2);
        assertThat(drops.of(DropReason.BAD_SIGNATURE)).isPositive();
        assertThat(drops.of(DropReason.UNTRUSTED_IDENTITY)).isPositive();
    }
}
