package wifisetup.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import wifisetup.lan.Denial;
import wifisetup.lan.Device;
import wifisetup.lan.TrustedKey;
import wifisetup.lan.WifiNetwork;

/// Says what a command found or did on the local network.
public interface LanReport {
    /// A device was found, or said something.
    void heard(Device device);

    /// Two devices claim one UUID.
    void conflict(Device first, Device second);

    /// Half a second has passed.
    ///
    /// @param devices all that are known
    void round(Collection<Device> devices);

    /// A discovery has ended.
    ///
    /// @param devices all that were found
    /// @param dropped what was not believed, by reason
    void ended(Collection<Device> devices, Map<String, Long> dropped);

    /// A device has fallen silent.
    void lost(Device device);

    /// What a device is and does.
    void info(Device device, Standing standing);

    /// What a client is to a device.
    sealed interface Standing {
        /// Its key is trusted.
        ///
        /// @param strong whether both know more than the reference protocol
        record Trusted(boolean strong) implements Standing {}

        /// Its key is not.
        ///
        /// @param why what the device says to it
        record Stranger(Denial why) implements Standing {}
    }

    /// The keys that it trusts.
    ///
    /// @param own this client's
    void trusted(List<TrustedKey> keys, String own);

    /// The networks that it sees.
    void networks(List<WifiNetwork> networks);

    /// It was done.
    ///
    /// @param what in a few words
    void done(String what);

    /// It was not.
    ///
    /// @param sentence for people
    void failed(LanFailure failure, String sentence);
}
