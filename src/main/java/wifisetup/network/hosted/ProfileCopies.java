package wifisetup.network.hosted;

import wifisetup.network.WifiException;

/// The port to copies of the saved Wi-Fi profiles with their secrets, for the time in which another program may delete
/// some. Needs the right to read secrets, as root has it. Blocks; any thread.
@FunctionalInterface
public interface ProfileCopies {
    /// Copies what is saved now. The copy is held in memory alone.
    ///
    /// @throws WifiException if profiles or their secrets cannot be read
    Copy take() throws WifiException;

    /// The saved profiles as they were.
    @FunctionalInterface
    interface Copy {
        /// Saves anew each of those profiles that is there no more, and leaves the others alone.
        ///
        /// @return how many were saved anew
        /// @throws WifiException if one could not be saved
        int restore() throws WifiException;
    }
}
