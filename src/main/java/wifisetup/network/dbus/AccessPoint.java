package wifisetup.network.dbus;

import java.util.List;
import java.util.Optional;
import wifisetup.dbus.PropertyMap;
import wifisetup.network.Band;
import wifisetup.network.NetworkId;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// An access point in the air.
///
/// @param path the object that stands for it
/// @param strength 0 to 100
/// @param frequency of its channel, in MHz
/// @param lastSeen when a scan last found it, in seconds since the machine's start
record AccessPoint(String path, NetworkId id, int strength, int frequency, long lastSeen) {
    /// The band of its channel.
    Band band() {
        return Band.ofFrequency(frequency);
    }

    /// An access point that scans have missed for this long, while they found others, is gone; NetworkManager keeps it
    /// in its list for minutes. A scan takes 2 to 6 s and may miss a beacon.
    private static final long GONE_AFTER_SECONDS = 8;

    // NM80211ApFlags
    private static final int PRIVACY = 0x1;

    // NM80211ApSecurityFlags
    private static final int PSK = 0x100;
    private static final int IEEE_802_1X = 0x200;
    private static final int SAE = 0x400;
    private static final int OWE = 0x800;
    private static final int OWE_TRANSITION = 0x1000;
    private static final int SUITE_B_192 = 0x2000;

    /// The access point of these properties, unless it is none of ours to join: one without a name, one of an ad-hoc
    /// network, the device's own hotspot, or NetworkManager's placeholder for a network that it still looks for.
    static Optional<AccessPoint> of(String path, PropertyMap properties) {
        var ssid = properties.bytes("Ssid");
        if (ssid.length == 0
                || ssid.length > Ssid.MAX_LENGTH
                || properties.number("LastSeen") < 0
                || properties.number("Mode") != NetworkManagerApi.MODE_INFRASTRUCTURE) {
            return Optional.empty();
        }
        var security =
                security(properties.number("Flags"), properties.number("WpaFlags") | properties.number("RsnFlags"));
        return Optional.of(new AccessPoint(
                path,
                new NetworkId(Ssid.of(ssid), security),
                Math.clamp(properties.number("Strength"), 0, 100),
                (int) properties.number("Frequency"),
                properties.number("LastSeen")));
    }

    /// Whether the last scans found an access point of that name among all these.
    static boolean isInTheAir(Ssid ssid, List<AccessPoint> all) {
        long newest = all.stream().mapToLong(AccessPoint::lastSeen).max().orElse(0);
        return all.stream()
                .anyMatch(accessPoint ->
                        accessPoint.id().ssid().equals(ssid) && accessPoint.lastSeen() >= newest - GONE_AFTER_SECONDS);
    }

    /// How an access point with these flags admits stations; a password is preferred to an account.
    static Security security(long flags, long keyManagement) {
        if ((keyManagement & SAE) != 0) {
            return (keyManagement & PSK) != 0 ? Security.WPA2_WPA3 : Security.WPA3;
        }
        if ((keyManagement & PSK) != 0) {
            return Security.WPA2;
        }
        if ((keyManagement & IEEE_802_1X) != 0) {
            return Security.ENTERPRISE;
        }
        if ((keyManagement & SUITE_B_192) != 0) {
            return Security.ENTERPRISE_192;
        }
        if ((keyManagement & (OWE | OWE_TRANSITION)) != 0) {
            return Security.OWE;
        }
        return (flags & PRIVACY) != 0 ? Security.WEP : Security.OPEN;
    }
}
