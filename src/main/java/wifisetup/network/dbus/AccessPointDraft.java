package wifisetup.network.dbus;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import wifisetup.network.hosted.AccessPointOffer;

/// The settings of the profile of the device's own access point. They hold the passphrase.
final class AccessPointDraft {
    /// `NMSettingWirelessSecurityPmf`: with any other value NetworkManager 1.42 serves WPA3 as well.
    private static final int PMF_DISABLED = 1;

    private static final int PREFIX = 24;

    private AccessPointDraft() {}

    /// @param channel of 2.4 GHz
    static ProfileSettings of(AccessPointOffer offer, int channel) {
        return ProfileSettings.NONE
                .with(
                        ProfileSettings.CONNECTION,
                        Map.of(
                                "id", new Variant<>(offer.ssid().display()),
                                "uuid", new Variant<>(UUID.randomUUID().toString()),
                                "type", new Variant<>(ProfileSettings.WIRELESS),
                                "autoconnect", new Variant<>(false)))
                .with(
                        ProfileSettings.WIRELESS,
                        Map.of(
                                "ssid", new Variant<>(offer.ssid().bytes(), "ay"),
                                "mode", new Variant<>("ap"),
                                "band", new Variant<>("bg"),
                                "channel", new Variant<>(new UInt32(channel))))
                .with(ProfileSettings.SECURITY, security(offer))
                .with(
                        IpSection.IPV4.key(),
                        Map.of(
                                "method",
                                new Variant<>("shared"),
                                "address-data",
                                new Variant<>(
                                        List.of(Map.of(
                                                "address",
                                                new Variant<>(offer.gateway().getHostAddress()),
                                                "prefix",
                                                new Variant<>(new UInt32(PREFIX)))),
                                        "aa{sv}")))
                .with(IpSection.IPV6.key(), Map.of("method", new Variant<>("disabled")));
    }

    private static Map<String, Variant<?>> security(AccessPointOffer offer) {
        return offer.passphrase().isEmpty()
                ? Map.of()
                : Map.of(
                        "key-mgmt", new Variant<>("wpa-psk"),
                        "proto", new Variant<>(List.of("rsn"), "as"),
                        "pairwise", new Variant<>(List.of("ccmp"), "as"),
                        "group", new Variant<>(List.of("ccmp"), "as"),
                        "pmf", new Variant<>(PMF_DISABLED),
                        "psk", new Variant<>(offer.passphrase().reveal()));
    }
}
