package wifisetup.lan;

import java.net.InetSocketAddress;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import wifisetup.flux.DropReason;
import wifisetup.flux.Drops;
import wifisetup.flux.Frame;
import wifisetup.flux.Identity;
import wifisetup.flux.KeyEncoding;
import wifisetup.flux.Metadata;
import wifisetup.flux.Octets;
import wifisetup.flux.Received;
import wifisetup.flux.Signatures;

/// Which devices there are: decides what follows from each frame, without a socket or a clock. What it keeps is
/// bounded. The discovering thread alone.
final class DeviceTable {
    /// A device that has been silent for so long is poked when it says hello.
    private static final Duration SILENCE = Duration.ofMillis(3150);

    /// A place that has been silent for so long gives way to another one, where there is no room.
    private static final Duration FORGOTTEN = Duration.ofSeconds(30);

    /// One key heard in two places within so long is in use in both: devices announce themselves each two
    /// seconds.
    private static final Duration TOGETHER = Duration.ofSeconds(10);

    /// As many parsed keys are shared by the devices that have them.
    private static final int SHARED_KEYS = 1024;

    private final DiscoverySettings settings;
    private final Drops drops;
    private final Map<Place, Sighting> sightings = new LinkedHashMap<>();
    private final Map<UUID, List<Sighting>> byUuid = new HashMap<>();
    private final Set<Set<Place>> conflicts = new HashSet<>();
    private final Map<Octets, RSAPublicKey> keys = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Octets, RSAPublicKey> eldest) {
            return size() > SHARED_KEYS;
        }
    };

    private record Place(UUID uuid, InetSocketAddress endpoint) {}

    DeviceTable(DiscoverySettings settings, Drops drops) {
        this.settings = settings;
        this.drops = drops;
    }

    /// The devices that are known, one for each UUID and key.
    Collection<Device> devices() {
        var latest = new LinkedHashMap<Set<Object>, Device>();
        sightings
                .values()
                .forEach(sighting -> sighting.device()
                        .ifPresent(device ->
                                latest.put(Set.of(device.uuid(), device.keys().getFirst()), device)));
        return List.copyOf(latest.values());
    }

    /// What follows from a datagram.
    List<Finding> hear(Received received, InetSocketAddress from, Instant now) {
        return switch (received) {
            case Received.Dropped dropped -> drop(dropped.reason());
            case Frame.Hello hello -> hello(hello, from, now);
            // What other clients ask.
            case Frame.Poke _, Frame.Touch _ -> List.of();
            case Frame.MasterKey key -> sighted(key.uuid(), from, now, sighting -> masterKey(key, from, sighting, now));
            case Frame.SlaveKey key -> answered(key.uuid(), from, 1, now, sighting -> slaveKey(key, sighting, now));
            case Frame.Heartbeat beat ->
                sighted(beat.uuid(), from, now, sighting -> heartbeat(beat, from, sighting, now));
            case Frame.Introduction introduction ->
                answered(introduction.uuid(), from, 2, now, sighting -> introduction(introduction, sighting, now));
        };
    }

    private interface Reaction {
        List<Finding> to(Sighting sighting);
    }

    private List<Finding> hello(Frame.Hello hello, InetSocketAddress from, Instant now) {
        if (hello.uuid().equals(Frame.NOBODY) || !isWanted(hello.uuid(), from)) {
            return List.of();
        }
        var known = sightings.get(new Place(hello.uuid(), from));
        if (known != null
                && known.device().isPresent()
                && now.isBefore(known.heard().plus(SILENCE))) {
            return List.of();
        }
        return place(hello.uuid(), from, now)
                .filter(sighting -> sighting.mayPoke(now))
                .<List<Finding>>map(_ -> List.of(
                        new Finding.Ask(new Frame.Poke(), new InetSocketAddress(from.getAddress(), settings.port()))))
                .orElse(List.of());
    }

    private List<Finding> sighted(UUID uuid, InetSocketAddress from, Instant now, Reaction reaction) {
        return isWanted(uuid, from)
                ? place(uuid, from, now).map(reaction::to).orElseGet(() -> drop(DropReason.TOO_MANY_DEVICES))
                : List.of();
    }

    private List<Finding> answered(UUID uuid, InetSocketAddress from, int version, Instant now, Reaction reaction) {
        if (!isWanted(uuid, from)) {
            return List.of();
        }
        var sighting = sightings.get(new Place(uuid, from));
        if (sighting == null || !sighting.awaits(version)) {
            return drop(DropReason.UNEXPECTED);
        }
        sighting.hear(now);
        return reaction.to(sighting);
    }

    private List<Finding> masterKey(Frame.MasterKey frame, InetSocketAddress from, Sighting sighting, Instant now) {
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
        if (sighting.isNewer(frame.masterTime())) {
            return sighting.touchFirst(now).map(touch -> ask(touch, from)).orElse(List.of());
        }
        return frame.status().flatMap(sighting::does).map(this::updated).orElse(List.of());
    }

    private List<Finding> slaveKey(Frame.SlaveKey frame, Sighting sighting, Instant now) {
        var proof = sighting.master();
        if (proof.isEmpty()) {
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
        var before = sighting.device();
        var device = sighting.introducedFirst(frame.masterTime(), slave.get(), proof.get(), metadata.get());
        return introduced(before, device, sighting, now);
    }

    private List<Finding> heartbeat(Frame.Heartbeat beat, InetSocketAddress from, Sighting sighting, Instant now) {
        sighting.hear(now);
        boolean known = sighting.session().isPresent() && sighting.session().getAsLong() == beat.session();
        if (!known) {
            return sighting.touchSecond(now, beat.session())
                    .map(touch -> ask(touch, from))
                    .orElse(List.of());
        }
        return sighting.does(beat.status()).map(this::updated).orElse(List.of());
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
        boolean signed = frame.metadataSignature().length() == 0
                || Signatures.RSA_SHA256.verify(key.get(), frame.signedMetadata(), frame.metadataSignature());
        if (!signed) {
            return drop(DropReason.BAD_SIGNATURE);
        }
        var before = sighting.device();
        return introduced(before, sighting.introducedSecond(key.get(), serial.get(), metadata.get()), sighting, now);
    }

    private List<Finding> introduced(Optional<Device> before, Device device, Sighting sighting, Instant now) {
        var findings = new ArrayList<Finding>();
        var others = byUuid.getOrDefault(device.uuid(), List.of()).stream()
                .filter(other -> other != sighting && other.device().isPresent())
                .toList();
        boolean known = before.filter(device::isSame).isPresent()
                || others.stream()
                        .anyMatch(other -> other.device().filter(device::isSame).isPresent());
        findings.add(known ? new Finding.Updated(device) : new Finding.Found(device));
        before.filter(earlier -> !earlier.isSame(device))
                .ifPresent(earlier -> findings.add(new Finding.Conflict(earlier, device)));
        others.stream()
                .filter(other -> isOther(other, sighting, device, now))
                .flatMap(other -> other.device().stream())
                .filter(other -> conflicts.add(
                        Set.of(new Place(other.uuid(), other.endpoint()), new Place(device.uuid(), device.endpoint()))))
                .forEach(other -> findings.add(new Finding.Conflict(other, device)));
        return findings;
    }

    /// Another key is another device. So is one key in two places at once, unless both say the same session:
    /// then it is one device with two addresses.
    private static boolean isOther(Sighting other, Sighting sighting, Device device, Instant now) {
        boolean sameKey = other.device().filter(device::isSame).isPresent();
        boolean atOnce = now.isBefore(other.heard().plus(TOGETHER));
        return !sameKey
                || (atOnce
                        && other.session().isPresent()
                        && sighting.session().isPresent()
                        && other.session().getAsLong() != sighting.session().getAsLong());
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

    private Optional<Sighting> place(UUID uuid, InetSocketAddress from, Instant now) {
        var place = new Place(uuid, from);
        var known = sightings.get(place);
        if (known != null) {
            return Optional.of(known);
        }
        if (sightings.size() >= settings.maximumDevices()) {
            forgetTheSilent(now);
        }
        if (sightings.size() >= settings.maximumDevices()) {
            return Optional.empty();
        }
        var sighting = new Sighting(uuid, from, now);
        sightings.put(place, sighting);
        byUuid.computeIfAbsent(uuid, _ -> new ArrayList<>(1)).add(sighting);
        return Optional.of(sighting);
    }

    private void forgetTheSilent(Instant now) {
        sightings.values().removeIf(sighting -> sighting.heard().plus(FORGOTTEN).isBefore(now));
        byUuid.values()
                .forEach(list -> list.removeIf(
                        sighting -> sighting.heard().plus(FORGOTTEN).isBefore(now)));
        byUuid.values().removeIf(List::isEmpty);
        conflicts.removeIf(pair -> !sightings.keySet().containsAll(pair));
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
