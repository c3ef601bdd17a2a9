package wifisetup.hotspot.portal.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wifisetup.network.Security;
import wifisetup.words.Texts;

/// What a network that is not in the list can be, as on the device's own screen.
enum OtherKind {
    PASSWORD(Security.WPA2_WPA3, "other.password"),
    WPA3(Security.WPA3, "other.wpa3"),
    ACCOUNT(Security.ENTERPRISE, "other.account"),
    OPEN(Security.OPEN, "other.open");

    private final Security security;
    private final String key;

    OtherKind(Security security, String key) {
        this.security = security;
        this.key = key;
    }

    Security security() {
        return security;
    }

    /// The kind of that name.
    static Optional<OtherKind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /// The choice, with one of them chosen.
    static List<Map<String, Object>> gaps(Texts texts, String chosen) {
        var checked = of(chosen).orElse(PASSWORD);
        return Arrays.stream(values())
                .<Map<String, Object>>map(
                        kind -> Map.of("value", kind.name(), "label", texts.get(kind.key), "chosen", kind == checked))
                .toList();
    }
}
