package wifisetup.lan;

import java.net.InetSocketAddress;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import wifisetup.flux.DropReason;
import wifisetup.flux.Drops;
import wifisetup.flux.Frame;
import wifisetup.flux.Identity;
import wifisetup.flux.KeyEncoding;
import wifisetup.flux.Metadata;
import wifisetup.flux.Octets;
import wifisetup.flux.Received;
import wifisetup.flux.Signatures;

/// Which devices there are: decides what follows from each frame and from silence, without a socket or a clock.
/// What it keeps is bounded. The discovering thread alone.
final class DeviceTable {
    /// A device that has been silent for so long is poked when it says hello.
    private static final Duration SILENCE = Duration.ofMillis(3150);

    /// A place that has been silent for so long is asked whether it is still there.
    private static final Duration QUIET = Duration.ofSeconds(10);

    /// A place that has been silent for so long is forgotten.
    private static final Duration FORGOTTEN = Duration.ofSeconds(30);

    /// The silent are looked for no more often.
    private static final Duration SWEEP = Duration.ofSeconds(1);

    /// Devices announce themselves each two seconds: what was said before a change has arrived by then.
    private static final Duration OVERLAP = Duration.ofSeconds(3);

    /// What has been heard within so long is in use.
    private static final Duration TOGETHER = Duration.ofSeconds(10);

    /// As many parsed keys are shared by the devices that have them.
    private static final int SHARED_KEYS = 1024;

    private final DiscoverySettings settings;
    private final Drops drops;
    private final Places places;
    private final Claims claims;
    private Instant swept = Instant.MIN;
    private final Map<Octets, RSAPublicKey> keys = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Octets, RSAPublicKey> eldest) {
            return size() > SHARED_KEYS;
        }
    };

    DeviceTable(DiscoverySettings settings, Drops drops) {
        this.settings = settings;
        this.drops = drops;
        this.places = new Places(settings.maximumDevices());
        this.claims = new Claims(settings.maximumDevices());
    }

    /// The devices that are known, one for each UUID and key, where each was last heard.
    Collection<Device> devices() {
        var latest = new LinkedHashMap<Claimant, Sighting>();
        for (var sighting : places.all()) {
            sighting.device()
                    .ifPresent(device -> latest.merge(
                            Claimant.of(device),
                            sighting,
                            BinaryOperator.maxBy(Comparator.comparing(Sighting::heard))));
        }
        return latest.values().stream()
                .flatMap(sighting -> sighting.device().stream())
                .toList();
    }

    /// What follows from silence.
    List<Finding> age(Instant now) {
        if (now.isBefore(swept.plus(SWEEP))) {
            return List.of();
        }
        swept = now;
        var findings = new ArrayList<Finding>();
        for (var silent : places.silentFor(FORGOTTEN, now)) {
            places.remove(silent);
            silent.device()
                    .filter(device -> !isElsewhere(device))
                    .ifPresent(device -> findings.add(new Finding.Lost(device)));
        }
        for (var quiet : places.silentFor(QUIET, now)) {
            if (quiet.mayPoke(now, QUIET)) {
                findings.add(new Finding.Ask(new Frame.Poke(), quiet.endpoint()));
            }
        }
        return findings;
    }

    private boolean isElsewhere(Device device) {
        return places.of(device.uuid()).stream().anyMatch(place -> place.isOf(Claimant.of(device)));
    }

    /// What follows from a datagram.
    List<Finding> hear(Received received, InetSocketAddress from, Instant now) {
        return switch (received) {
            case Received.Dropped dropped -> drop(dropped.reason());
            // What other clients ask.
            case Frame.Poke _, Frame.Touch _ -> List.of();
            case Frame.Hello hello when hello.uuid().equals(Frame.NOBODY) -> List.of();
            case Frame.Hello _, Frame.MasterKey _, Frame.SlaveKey _, Frame.Heartbeat _, Frame.Introduction _
            when from.getPort() != settings.port() -> drop(DropReason.FOREIGN);
            case Frame.Hello hello -> hello(hello, from, now);
            case Frame.MasterKey key -> sighted(key.uuid(), from, now, sighting -> masterKey(key, sighting, now));
            case Frame.SlaveKey key -> answered(key.uuid(), from, 1, now, sighting -> slaveKey(key, sighting));
            case Frame.Heartbeat beat -> sighted(beat.uuid(), from, now, sighting -> heartbeat(beat, sighting, now));
            case Frame.Introduction introduction ->
                answered(introduction.uuid(), from, 2, now, sighting -> introduction(introduction, sighting, now));
        };
    }

    private interface Reaction {
        List<Finding> to(Sighting sighting);
    }

    private List<Finding> hello(Frame.Hello hello, InetSocketAddress from, Instant now) {
        if (!isWanted(hello.uuid(), from)) {
            return List.of();
        }
        var sighting = places.visit(hello.uuid(), from, now);
        boolean known =
                sighting.device().isPresent() && now.isBefore(sighting.heard().plus(SILENCE));
        return known || !sighting.mayPoke(now) ? List.of() : ask(new Frame.Poke(), from);
    }

    private List<Finding> sighted(UUID uuid, InetSocketAddress from, Instant now, Reaction reaction) {
        return isWanted(uuid, from) ? reaction.to(places.visit(uuid, from, now)) : List.of();
    }

    private List<Finding> answered(UUID uuid, InetSocketAddress from, int version, Instant now, Reaction reaction) {
        if (!isWanted(uuid, from)) {
            return List.of();
        }
        var sighting = places.at(uuid, from).filter(place -> place.awaits(version));
        if (sighting.isEmpty()) {
            return drop(DropReason.UNEXPECTED);
        }
        sighting.get().hear(now);
        return reaction.to(sighting.get());
    }

    private List<Finding> masterKey(Frame.MasterKey frame, Sighting sighting, Instant now) {
        if (sighting.master().filter(proof -> proof.covers(frame)).isEmpty()) {
            var key = key(frame.masterKey());
            if (key.isEmpty()) {
                return drop(DropReason.BAD_KEY);
            }
            if (!isKnown(frame.serial(), frame.uuid(), frame.masterKey(), frame.identity())) {
                return drop(DropReason.UNTRUSTED_IDENTITY);
            }
            sighting.setMaster(
                    new Sighting.MasterProof(frame.masterKey(), frame.identity(), frame.serial(), key.get()));
        }
        sighting.hear(now);
        if (sighting.announces(frame.masterTime())) {
            return sighting.touchFirst(now)
                    .map(touch -> ask(touch, sighting.endpoint()))
                    .orElse(List.of());
        }
        return frame.status().flatMap(sighting::does).map(this::updated).orElse(List.of());
    }

    private List<Finding> slaveKey(Frame.SlaveKey frame, Sighting sighting) {
        var proof = sighting.master();
        if (proof.isEmpty() || isOfThePast(frame, sighting, proof.get())) {
            return drop(DropReason.UNEXPECTED);
        }
        var slave = key(frame.slaveKey());
        if (slave.isEmpty()) {
            return drop(DropReason.BAD_KEY);
        }
        var metadata = Metadata.read(frame.metadata());
        if (metadata.isEmpty()) {
            return drop(DropReason.BAD_TEXT);
        }
        boolean signed = Signatures.RSA_SHA1.verify(proof.get().parsed(), frame.signedKey(), frame.keySignature())
                && Signatures.RSA_SHA1.verify(slave.get(), frame.metadata(), frame.metadataSignature());
        if (!signed) {
            return drop(DropReason.BAD_SIGNATURE);
        }
        if (!places.keep(sighting)) {
            return drop(DropReason.TOO_MANY_DEVICES);
        }
        var before = sighting.device();
        return introduced(
                before,
                sighting.introducedFirst(frame.masterTime(), slave.get(), proof.get(), metadata.get()),
                sighting);
    }

    private boolean isOfThePast(Frame.SlaveKey frame, Sighting sighting, Sighting.MasterProof proof) {
        var claimant = new Claimant(frame.uuid(), proof.parsed());
        return sighting.isOfThePast(frame.masterTime())
                || places.of(frame.uuid()).stream()
                        .anyMatch(place -> place.isOf(claimant) && frame.masterTime() < place.slaveTime());
    }

    private List<Finding> heartbeat(Frame.Heartbeat beat, Sighting sighting, Instant now) {
        sighting.hear(now);
        boolean known = sighting.session().isPresent() && sighting.session().getAsLong() == beat.session();
        if (!known) {
            return sighting.touchSecond(now, beat.session())
                    .map(touch -> ask(touch, sighting.endpoint()))
                    .orElse(List.of());
        }
        var findings =
                new ArrayList<>(sighting.does(beat.status()).map(this::updated).orElse(List.of()));
        sighting.device().ifPresent(device -> {
            var copies = places.of(device.uuid()).stream().filter(other -> isCopy(device, sighting, other, now));
            findings.addAll(disputes(copies, device));
        });
        return findings;
    }

    /// A device says one session everywhere, and none again that it has given up: `other`, which has its key
    /// and a newer session, is a copy of it.
    private static boolean isCopy(Device device, Sighting sighting, Sighting other, Instant now) {
        return other != sighting
                && other.isOf(Claimant.of(device))
                && other.session().isPresent()
                && !other.session().equals(sighting.session())
                && other.sessionSince().isAfter(sighting.sessionSince())
                && now.isAfter(other.sessionSince().plus(OVERLAP))
                && now.isBefore(other.heard().plus(TOGETHER));
    }

    private List<Finding> introduction(Frame.Introduction frame, Sighting sighting, Instant now) {
        var key = key(frame.publicKey());
        if (key.isEmpty()) {
            return drop(DropReason.BAD_KEY);
        }
        var metadata = Metadata.read(frame.metadata());
        var serial = metadata.flatMap(read -> read.get(Metadata.SERIAL));
        if (metadata.isEmpty() || serial.isEmpty()) {
            return drop(DropReason.BAD_TEXT);
        }
        if (!isKnown(serial.get(), frame.uuid(), frame.publicKey(), frame.identity())) {
            return drop(DropReason.UNTRUSTED_IDENTITY);
        }
        var claimant = new Claimant(frame.uuid(), key.get());
        boolean signed = frame.metadataSignature().length() > 0;
        boolean believed = signed
                ? Signatures.RSA_SHA256.verify(key.get(), frame.signedMetadata(), frame.metadataSignature())
                : !claims.signs(claimant);
        if (!believed) {
            return drop(DropReason.BAD_SIGNATURE);
        }
        if (!places.keep(sighting)) {
            return drop(DropReason.TOO_MANY_DEVICES);
        }
        if (signed && claims.signed(claimant)) {
            forgetUnsigned(claimant, sighting);
        }
        var before = sighting.device();
        return introduced(
                before, sighting.introducedSecond(key.get(), serial.get(), metadata.get(), signed, now), sighting);
    }

    /// What was said without a signature before was not said by this device.
    private void forgetUnsigned(Claimant claimant, Sighting sighting) {
        List.copyOf(places.of(claimant.uuid())).stream()
                .filter(place -> place != sighting && place.isOf(claimant) && !place.signed())
                .forEach(places::remove);
    }

    private List<Finding> introduced(Optional<Device> before, Device device, Sighting sighting) {
        var others = places.of(device.uuid()).stream()
                .filter(other -> other != sighting)
                .toList();
        boolean known = before.filter(device::isSame).isPresent()
                || others.stream().anyMatch(other -> other.isOf(Claimant.of(device)));
        var findings = new ArrayList<Finding>();
        findings.add(known ? new Finding.Updated(device) : new Finding.Found(device));
        before.filter(earlier -> !earlier.isSame(device))
                .filter(earlier -> claims.dispute(Claimant.of(earlier), Claimant.of(device)))
                .ifPresent(earlier -> findings.add(new Finding.Conflict(earlier, device)));
        findings.addAll(disputes(others.stream().filter(other -> !other.isOf(Claimant.of(device))), device));
        return findings;
    }

    private List<Finding> disputes(Stream<Sighting> others, Device device) {
        return others.flatMap(other -> other.device().stream())
                .filter(other -> claims.dispute(Claimant.of(other), Claimant.of(device)))
                .<Finding>map(other -> new Finding.Conflict(other, device))
                .toList();
    }

    private boolean isKnown(String serial, UUID uuid, Octets key, Octets signature) {
        return settings.acceptedVendors().accept(new Identity(serial, uuid, key), signature);
    }

    private Optional<RSAPublicKey> key(Octets sent) {
        var shared = Optional.ofNullable(keys.get(sent));
        if (shared.isPresent()) {
            return shared;
        }
        var parsed = KeyEncoding.read(sent);
        parsed.ifPresent(key -> keys.put(sent, key));
        return parsed;
    }

    private boolean isWanted(UUID uuid, InetSocketAddress from) {
        return settings.uuid().filter(only -> !only.equals(uuid)).isEmpty()
                && settings.address()
                        .filter(only -> !only.equals(from.getAddress()))
                        .isEmpty();
    }

    private List<Finding> updated(Device device) {
        return List.of(new Finding.Updated(device));
    }

    private static List<Finding> ask(Frame frame, InetSocketAddress to) {
        return List.of(new Finding.Ask(frame, to));
    }

    private List<Finding> drop(DropReason reason) {
        drops.count(reason);
        return List.of();
    }
}
