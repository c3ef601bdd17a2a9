package wifisetup.device;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a device keeps through a restart of who may manage it.
///
/// @param password what a new key's owner has to know; none: nobody new gets in
/// @param keys the keys it trusts, in the order in which they came; each once
public record DeviceMemory(DeviceName name, Optional<PasswordHash> password, List<TrustedKey> keys) {
    /// Keeps its own copy of the keys.
    public DeviceMemory {
        keys = List.copyOf(keys);
    }

    /// The memory of a device that nobody has managed yet.
    public static DeviceMemory named(DeviceName name) {
        return new DeviceMemory(name, Optional.empty(), List.of());
    }

    /// The key of that number, if it is trusted.
    public Optional<TrustedKey> key(AccessId id) {
        return keys.stream().filter(key -> key.accessId().equals(id)).findFirst();
    }

    boolean isFull() {
        return keys.size() >= DeviceRules.MOST_KEYS;
    }

    DeviceMemory withName(DeviceName other) {
        return new DeviceMemory(other, password, keys);
    }

    DeviceMemory withPassword(PasswordHash other) {
        return new DeviceMemory(name, Optional.of(other), keys);
    }

    /// With that key at the end; a key that was there already gets the new label. Where there is no room the
    /// key gives way that was unused longest: a device without a panel must not shut out its own maker.
    DeviceMemory trusting(TrustedKey key) {
        var others = without(key.accessId());
        return others.isFull()
                ? others.without(others.unusedLongest()).trusting(key)
                : new DeviceMemory(
                        name,
                        password,
                        Stream.concat(others.keys.stream(), Stream.of(key)).toList());
    }

    /// With that key used at that time.
    DeviceMemory using(TrustedKey key, Instant at) {
        return new DeviceMemory(
                name,
                password,
                keys.stream()
                        .map(other -> other.equals(key) ? key.usedAt(at) : other)
                        .toList());
    }

    private AccessId unusedLongest() {
        return keys.stream()
                .min(Comparator.comparing(TrustedKey::used))
                .map(TrustedKey::accessId)
                .orElseThrow();
    }

    DeviceMemory without(AccessId id) {
        return new DeviceMemory(
                name,
                password,
                keys.stream().filter(key -> !key.accessId().equals(id)).toList());
    }

    DeviceMemory trustingOnly(AccessId id) {
        return new DeviceMemory(
                name,
                password,
                keys.stream().filter(key -> key.accessId().equals(id)).toList());
    }
}
