package wifisetup.platform;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Keeps devices in memory, in the order in which they came. Any thread.
public final class DevicePool implements DeviceManager {
    private final SequencedMap<String, Device> devices = new LinkedHashMap<>();

    /// No devices yet.
    public DevicePool() {}

    @Override
    public synchronized void add(Device device) {
        devices.put(device.id(), device);
    }

    @Override
    public synchronized void update(Device device) {
        if (devices.replace(device.id(), device) == null) {
            throw new IllegalArgumentException("device " + device.id() + ": expected a known one, found none");
        }
    }

    @Override
    public synchronized void remove(String id) {
        devices.remove(id);
    }

    @Override
    public synchronized Optional<Device> get(String id) {
        return Optional.ofNullable(devices.get(id));
    }

    @Override
    public synchronized Collection<Device> devices() {
        return List.copyOf(devices.values());
    }
}
