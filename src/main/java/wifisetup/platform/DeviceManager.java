package wifisetup.platform;

import java.util.Collection;
import java.util.Optional;

/// Keeps the devices of a client. Programs may bring their own; [DevicePool] keeps them in memory.
///
/// Its methods are called on any thread, also while another call lasts. One that cannot keep its promise
/// throws an unchecked exception, which comes out of the client's call.
public interface DeviceManager {
    /// Keeps `device`, in place of one of the same id.
    void add(Device device);

    /// Keeps what `device` has become.
    ///
    /// @throws IllegalArgumentException if none of its id is kept
    void update(Device device);

    /// Keeps the device of that id no longer, if it was kept.
    void remove(String id);

    /// The device of that id, if it is kept.
    Optional<Device> get(String id);

    /// All devices that are kept, at this moment.
    Collection<Device> devices();
}
