package wifisetup.setup;

import java.io.IOException;

/// Keeps a [Memory] through crashes and power cuts.
public interface MemoryStore {
    /// What was saved last; [Memory#NEW_DEVICE] if nothing was.
    ///
    /// @throws IOException if there is something and it cannot be read
    Memory load() throws IOException;

    /// Saves `memory`: when this returns it is on the disk, and a failure in the middle leaves what was there before.
    ///
    /// @throws IOException if it cannot be saved
    void save(Memory memory) throws IOException;
}
