package wifisetup.device.flux;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import wifisetup.device.DeviceEvent;
import wifisetup.flux.Frame;
import wifisetup.flux.Identity;
import wifisetup.flux.KeyEncoding;
import wifisetup.flux.Metadata;
import wifisetup.flux.Signatures;

/// Other devices that say to have this one's number. Whoever does is asked, and believed if it introduces
/// itself by that number, and by this device's own key or by one that its maker has signed: it is there then,
/// at that address. It is forgotten once it is silent. One thread at a time.
final class Twins {
    /// How long an answer is waited for, and how often somebody is asked at most.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration MEMORY = Duration.ofMinutes(2);
    private static final int MOST_ASKED = 64;
    private static final int MOST_BELIEVED = 4;

    private final DeviceKey own;
    private final LongPredicate isOurs;
    private final Consumer<? super DeviceEvent> device;
    private final Map<InetAddress, Instant> believed = new HashMap<>();
    private final Map<InetAddress, Instant> asked = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Instant> eldest) {
            return size() > MOST_ASKED;
        }
    };

    /// @param own this device's key, and its maker's
    /// @param isOurs whether this device has announced itself by that session: its own words have come back
    /// @param device told of those that are believed
    Twins(DeviceKey own, LongPredicate isOurs, Consumer<? super DeviceEvent> device) {
        this.own = own;
        this.isOurs = isOurs;
        this.device = device;
    }

    /// A device at that address announces itself by our number.
    ///
    /// @return whether it is to be asked to introduce itself
    synchronized boolean heard(InetAddress address, long session, Instant now) {
        var last = asked.get(address);
        if (isOurs.test(session) || (last != null && isWithin(last, now, PATIENCE))) {
            return false;
        }
        asked.put(address, now);
        return true;
    }

    /// A device at that address introduces itself by our number.
    synchronized void introduced(InetAddress address, Frame.Introduction introduction, Instant now) {
        var last = asked.get(address);
        boolean wanted = last != null && isWithin(last, now, PATIENCE);
        if (!wanted
                || (believed.size() >= MOST_BELIEVED && !believed.containsKey(address))
                || !isSigned(introduction)
                || !isVouchedFor(introduction)) {
            return;
        }
        if (believed.put(address, now) == null) {
            device.accept(new DeviceEvent.TwinHeard(address));
        }
    }

    /// Time passes.
    synchronized void forget(Instant now) {
        believed.entrySet().removeIf(twin -> {
            boolean gone = !isWithin(twin.getValue(), now, MEMORY);
            if (gone) {
                device.accept(new DeviceEvent.TwinGone(twin.getKey()));
            }
            return gone;
        });
    }

    private static boolean isWithin(Instant from, Instant now, Duration time) {
        var age = Duration.between(from, now);
        return !age.isNegative() && age.compareTo(time) < 0;
    }

    private static boolean isSigned(Frame.Introduction introduction) {
        return KeyEncoding.read(introduction.publicKey())
                .filter(key -> Signatures.RSA_SHA256.verify(
                        key, introduction.signedMetadata(), introduction.metadataSignature()))
                .isPresent();
    }

    /// Anybody can make a key: it has to be ours, or known to our maker.
    private boolean isVouchedFor(Frame.Introduction introduction) {
        return introduction.publicKey().equals(own.encoded())
                || Metadata.read(introduction.metadata())
                        .flatMap(metadata -> metadata.get(Metadata.SERIAL))
                        .map(serial -> new Identity(serial, introduction.uuid(), introduction.publicKey()))
                        .filter(identity -> own.isByMaker(identity, introduction.identity()))
                        .isPresent();
    }
}
