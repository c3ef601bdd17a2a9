package wifisetup.network.simulated;

import static wifisetup.network.Band.GHZ_2_4;
import static wifisetup.network.Band.GHZ_5;
import static wifisetup.network.Band.GHZ_6;
import static wifisetup.network.Security.ENTERPRISE;
import static wifisetup.network.Security.OPEN;
import static wifisetup.network.Security.OWE;
import static wifisetup.network.Security.WEP;
import static wifisetup.network.Security.WPA2;
import static wifisetup.network.Security.WPA2_WPA3;
import static wifisetup.network.Security.WPA3;

import java.nio.charset.StandardCharsets;
import java.util.List;
import wifisetup.network.Ssid;

/// What is in the air.
///
/// @param accessPoints all there are, also those that a test switches off later
/// @param drift by how much at most a strength differs from its mean from one scan to the next; it repeats in each run
public record Air(List<AccessPoint> accessPoints, int drift) {
    private static final int DEMO_DRIFT = 6;

    /// Radians from one scan to the next: no two of the first scans are alike.
    private static final double DRIFT_STEP = 0.9;

    /// Keeps its own copy of the access points.
    public Air {
        accessPoints = List.copyOf(accessPoints);
    }

    /// The strength of an access point in the scan of that number.
    int strength(AccessPoint accessPoint, long scan) {
        double phase = accessPoint.ssid().hashCode() + DRIFT_STEP * scan;
        return Math.clamp(accessPoint.strength() + Math.round(drift * Math.sin(phase)), 1, 100);
    }

    /// The air of the laboratory in which the real NetworkManager is tried.
    public static Air lab() {
        return new Air(
                List.of(
                        AccessPoint.of(Ssid.of("HomeNet"), WPA2, "correct-horse", -42, GHZ_2_4),
                        AccessPoint.of(Ssid.of("CafeOpen"), OPEN, "", -67, GHZ_2_4),
                        AccessPoint.of(Ssid.of("Fortress"), WPA3, "battery-staple", -58, GHZ_5),
                        AccessPoint.of(Ssid.of("HiddenNet"), WPA2, "hidden-pass-1", -60, GHZ_2_4)
                                .concealed(),
                        AccessPoint.of(Ssid.of("Café: 5G ☕"), WPA2, "unicode-pass", -72, GHZ_5),
                        AccessPoint.of(Ssid.of("MeshNet"), WPA2, "mesh-pass-1", -76, GHZ_2_4),
                        AccessPoint.of(Ssid.of("MeshNet"), WPA2, "mesh-pass-1", -63, GHZ_5),
                        AccessPoint.of(Ssid.of("CorpNet"), ENTERPRISE, "corp-pass-1", -79, GHZ_2_4)
                                .admitting("alice"),
                        AccessPoint.of(Ssid.of("MixedNet"), WPA2_WPA3, "mixed-pass-1", -65, GHZ_2_4),
                        AccessPoint.of(Ssid.of("OpenSecure"), OWE, "", -70, GHZ_5)),
                0);
    }

    /// A house full of neighbours: something of everything that a demo wants to show. Every password is
    /// `password`, every account `user`.
    public static Air demo() {
        String password = "password";
        return new Air(
                List.of(
                        AccessPoint.of(Ssid.of("Lindenhof 12"), WPA2_WPA3, password, -47, GHZ_2_4),
                        AccessPoint.of(Ssid.of("Lindenhof 12"), WPA2_WPA3, password, -44, GHZ_5),
                        AccessPoint.of(Ssid.of("Studio West"), WPA3, password, -55, GHZ_6),
                        AccessPoint.of(Ssid.of("Oma's Garten 🌻"), WPA2, password, -58, GHZ_2_4),
                        AccessPoint.of(Ssid.of("Hotel Miramar Guests"), OPEN, "", -61, GHZ_5)
                                .behaving(Behaviour.SIGN_IN_REQUIRED),
                        AccessPoint.of(Ssid.of("CityWiFi Secure"), OWE, "", -68, GHZ_5),
                        AccessPoint.of(Ssid.of("Café: 5G ☕"), WPA2, password, -64, GHZ_5),
                        AccessPoint.of(Ssid.of("The Long Corridor, Third Floor 3"), WPA2, password, -66, GHZ_2_4),
                        AccessPoint.of(Ssid.of("בית קפה"), WPA2, password, -69, GHZ_2_4),
                        AccessPoint.of(
                                Ssid.of("Bücherei".getBytes(StandardCharsets.ISO_8859_1)),
                                WPA2,
                                password,
                                -71,
                                GHZ_2_4),
                        AccessPoint.of(Ssid.of("Northwind Staff"), ENTERPRISE, password, -73, GHZ_5)
                                .admitting("user"),
                        AccessPoint.of(Ssid.of("printer-old"), WEP, "", -75, GHZ_2_4),
                        AccessPoint.of(Ssid.of("No Lease"), WPA2, password, -72, GHZ_2_4)
                                .behaving(Behaviour.NO_ADDRESS),
                        AccessPoint.of(Ssid.of("Holiday Flat"), WPA2, password, -70, GHZ_2_4)
                                .behaving(Behaviour.LIMITED),
                        AccessPoint.of(Ssid.of("Grumpy Firmware"), WPA2_WPA3, password, -74, GHZ_5)
                                .behaving(Behaviour.REFUSES_SAE),
                        AccessPoint.of(Ssid.of("Garden Shed"), WPA2, password, -90, GHZ_2_4)
                                .behaving(Behaviour.GOES_OUT_OF_RANGE),
                        AccessPoint.of(Ssid.of("Back Room"), WPA2, password, -63, GHZ_2_4)
                                .concealed()),
                DEMO_DRIFT);
    }
}
