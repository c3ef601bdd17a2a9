package wifisetup.network.hosted;

import java.net.Inet4Address;
import java.util.function.Consumer;
import wifisetup.network.Ssid;
import wifisetup.network.WifiException;

/// The port to the device's own access point, which takes the radio away from any network. One at a time.
///
/// Any thread; what asks the radio blocks.
public interface AccessPoint {
    /// Opens it and waits until stations can join (1 to 6 s). It is never saved: it is gone when it is closed, when
    /// this program ends in whatever way, or when another network is joined.
    ///
    /// @param news told what happens to it until it is closed, on a thread of the adapter's; it must not block
    /// @throws WifiException if it cannot be opened; nothing of it is left then
    Opened open(AccessPointOffer offer, Consumer<? super AccessPointNews> news)
            throws WifiException, InterruptedException;

    /// Deletes what another program that has ended has left behind: profiles of access points of that name.
    ///
    /// @throws WifiException if one could not be deleted
    void deleteLeftovers(Ssid ssid) throws WifiException;

    /// An access point that is open.
    interface Opened extends AutoCloseable {
        /// The device's address on it.
        Inet4Address gateway();

        /// Closes it and waits until the radio is free; nothing of it is left.
        @Override
        void close();
    }
}
