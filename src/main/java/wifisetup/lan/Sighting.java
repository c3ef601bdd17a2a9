package wifisetup.lan;

import java.net.InetSocketAddress;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wifisetup.flux.Frame;
import wifisetup.flux.Metadata;
import wifisetup.flux.Octets;
import wifisetup.flux.Status;

/// One UUID at one endpoint: what has been asked there, and what is known so far. The discovering thread alone.
final class Sighting {
    /// A device that announces itself each two seconds is asked no more often than once a round.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final UUID uuid;
    private final InetSocketAddress endpoint;
    private Instant heard;
    private @Nullable Instant asked;
    private boolean poked;
    private boolean awaitsFirst;
    private boolean awaitsSecond;
    private long askedSession;
    private OptionalLong session = OptionalLong.empty();
    private Instant sessionSince = Instant.MIN;
    private @Nullable MasterProof master;
    private float announcedTime = Float.NEGATIVE_INFINITY;
    private float slaveTime = Float.NEGATIVE_INFINITY;
    private boolean signed;
    private @Nullable Device device;

    /// An identity that has been checked: the same bytes need no second check.
    record MasterProof(Octets key, Octets signature, String serial, RSAPublicKey parsed) {
        boolean covers(Frame.MasterKey frame) {
            return key.equals(frame.masterKey()) && signature.equals(frame.identity()) && serial.equals(frame.serial());
        }
    }

    Sighting(UUID uuid, InetSocketAddress endpoint, Instant heard) {
        this.uuid = uuid;
        this.endpoint = endpoint;
        this.heard = heard;
    }

    UUID uuid() {
        return uuid;
    }

    InetSocketAddress endpoint() {
        return endpoint;
    }

    void hear(Instant now) {
        heard = now;
    }

    Instant heard() {
        return heard;
    }

    Optional<Device> device() {
        return Optional.ofNullable(device);
    }

    OptionalLong session() {
        return session;
    }

    /// When the device introduced itself by its present session.
    Instant sessionSince() {
        return sessionSince;
    }

    /// Whether the device has signed what it says of itself.
    boolean signed() {
        return signed;
    }

    boolean isOf(Claimant claimant) {
        return device != null && claimant.equals(Claimant.of(device));
    }

    Optional<MasterProof> master() {
        return Optional.ofNullable(master);
    }

    void setMaster(MasterProof proof) {
        master = proof;
    }

    /// The device says how old its key of the day is.
    ///
    /// @return whether that is another one than is known
    boolean announces(float masterTime) {
        announcedTime = masterTime;
        return masterTime > slaveTime;
    }

    /// Since when the device has its key of the day, as far as it has proven that.
    float slaveTime() {
        return slaveTime;
    }

    /// Whether a key of the day is older than the device's own words, or than one it has proven before.
    boolean isOfThePast(float masterTime) {
        return masterTime < announcedTime || masterTime < slaveTime;
    }

    boolean awaits(int version) {
        return version == 1 ? awaitsFirst : awaitsSecond;
    }

    /// Whether it is time to poke it: not before the first word has had time to be answered.
    boolean mayPoke(Instant now) {
        return mayPoke(now, PATIENCE);
    }

    /// Whether it is time to poke it, if it was asked nothing for so long.
    boolean mayPoke(Instant now, Duration patience) {
        if (poked && asked != null && now.isBefore(asked.plus(patience))) {
            return false;
        }
        poked = true;
        asked = now;
        return true;
    }

    Optional<Frame> touchFirst(Instant now) {
        if (awaitsFirst && tooSoon(now)) {
            return Optional.empty();
        }
        awaitsFirst = true;
        asked = now;
        return Optional.of(new Frame.Touch(1, uuid));
    }

    Optional<Frame> touchSecond(Instant now, long forSession) {
        if (awaitsSecond && askedSession == forSession && tooSoon(now)) {
            return Optional.empty();
        }
        awaitsSecond = true;
        askedSession = forSession;
        asked = now;
        return Optional.of(new Frame.Touch(2, uuid));
    }

    private boolean tooSoon(Instant now) {
        return asked != null && now.isBefore(asked.plus(PATIENCE));
    }

    Device introducedFirst(float masterTime, RSAPublicKey slave, MasterProof proof, Metadata metadata) {
        awaitsFirst = false;
        slaveTime = masterTime;
        var keys = new ArrayList<>(List.of(proof.parsed()));
        if (!slave.equals(proof.parsed())) {
            keys.add(slave);
        }
        return introduced(keys, proof.serial(), metadata);
    }

    Device introducedSecond(RSAPublicKey key, String serial, Metadata metadata, boolean isSigned, Instant now) {
        awaitsSecond = false;
        signed = isSigned;
        if (session.isEmpty() || session.getAsLong() != askedSession) {
            sessionSince = now;
        }
        session = OptionalLong.of(askedSession);
        return introduced(List.of(key), serial, metadata);
    }

    private Device introduced(List<RSAPublicKey> keys, String serial, Metadata metadata) {
        var introduced = new Device(
                uuid,
                metadata.get(Metadata.NAME).orElse("NONAME"),
                serial,
                metadata.get(Metadata.MODEL).orElse("UNKNOWN"),
                metadata.version().map(Object::toString).orElse(""),
                endpoint,
                metadata.isPasswordSet(),
                keys,
                new HashMap<>(metadata.values()),
                device().flatMap(Device::status));
        device = introduced;
        return introduced;
    }

    Optional<Device> does(Status status) {
        if (device == null) {
            return Optional.empty();
        }
        var known = device;
        device = new Device(
                known.uuid(),
                known.name(),
                known.serial(),
                known.modelId(),
                known.version(),
                endpoint,
                known.passwordSet(),
                known.keys(),
                known.metadata(),
                Optional.of(DeviceStatus.of(status)));
        return Optional.of(device);
    }
}
