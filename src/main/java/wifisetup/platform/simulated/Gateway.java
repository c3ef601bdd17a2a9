package wifisetup.platform.simulated;

import java.util.LinkedHashMap;
import java.util.Map;
import wifisetup.platform.DeviceDescription;

/// What the platform knows of one gateway, connected or not. Guarded by the platform's lock.
final class Gateway {
    private final String id;
    private final Map<String, DeviceDescription> connected = new LinkedHashMap<>();
    private final Map<String, DeviceDescription> disconnected = new LinkedHashMap<>();
    private boolean committed = true;

    Gateway(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    Map<String, DeviceDescription> connected() {
        return connected;
    }

    Map<String, DeviceDescription> disconnected() {
        return disconnected;
    }

    /// The hash that both sides have agreed on; none while a change is not committed.
    String agreedHash() {
        return committed ? hash() : "";
    }

    String hash() {
        return Hashes.of(connected.values());
    }

    boolean isCommitted() {
        return committed;
    }

    void commit() {
        committed = true;
    }

    void clear() {
        disconnected.putAll(connected);
        connected.clear();
        committed = false;
    }

    void put(DeviceDescription device) {
        disconnected.remove(device.id());
        connected.put(device.id(), device);
        committed = false;
    }

    /// Says whether there was such a device.
    boolean disconnect(String device) {
        var known = connected.remove(device);
        if (known == null) {
            return disconnected.containsKey(device);
        }
        disconnected.put(device, known);
        committed = false;
        return true;
    }

    /// Says whether there was such a device.
    boolean delete(String device) {
        boolean wasConnected = connected.remove(device) != null;
        boolean wasDisconnected = disconnected.remove(device) != null;
        committed &= !wasConnected;
        return wasConnected || wasDisconnected;
    }
}
