package wifisetup.device;

import java.io.IOException;

/// Keeps a [DeviceMemory] through crashes and power cuts.
public interface DeviceStore {
    /// Saves `memory`: when this returns it is on the disk, and a failure in the middle leaves what was there
    /// before.
    ///
    /// @throws IOException if it cannot be saved
    void save(DeviceMemory memory) throws IOException;
}
