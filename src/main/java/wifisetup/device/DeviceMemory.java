package wifisetup.device;

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

    /// With that key at the end; a key that was there already gets the new label.
    DeviceMemory trusting(TrustedKey key) {
        var others = without(key.accessId()).keys;
        return new DeviceMemory(
                name, password, Stream.concat(others.stream(), Stream.of(key)).toList());
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
