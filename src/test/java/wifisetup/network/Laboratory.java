package wifisetup.network;

import java.util.List;

/// The surroundings in which [WifiContract] tries an implementation: the air of the laboratory, which a test disturbs,
/// and an independent look at what the implementation left behind.
///
/// Each method returns when what it asks for is so. Between two tests everything is on and no profile is kept.
public interface Laboratory {
    /// Switches every access point of that name on or off.
    void accessPoint(Ssid ssid, boolean on) throws Exception;

    /// Lets the access points hand out addresses, or not.
    void dhcp(boolean on) throws Exception;

    /// Deletes every Wi-Fi profile; a connection by one of them ends.
    void removeAllProfiles() throws Exception;

    /// The Wi-Fi profiles there are, by another way than the implementation under test.
    List<Profile> profiles() throws Exception;

    /// Ends the use of these surroundings by one test.
    void close() throws Exception;

    /// A profile.
    ///
    /// @param active whether the device's connection is by this profile, or just becoming so
    record Profile(Ssid ssid, boolean active) {}
}
