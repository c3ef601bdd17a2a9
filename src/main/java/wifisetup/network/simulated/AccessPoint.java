package wifisetup.network.simulated;

import java.util.Optional;
import wifisetup.network.Band;
import wifisetup.network.Connectivity;
import wifisetup.network.NetworkId;
import wifisetup.network.Obstacle;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// An access point of the simulation.
///
/// @param id the name and kind of security of its network
/// @param password the right password, empty where none is wanted
/// @param strength how strong it is received, 0 to 100
/// @param hidden whether it keeps its name to itself until it is probed for
public record AccessPoint(NetworkId id, Secret password, int strength, Band band, boolean hidden, Behaviour behaviour) {
    private static final int BEST_DBM = -40;
    private static final int WORST_DBM = -100;

    /// An access point that behaves and shows its name.
    ///
    /// @param dBm the signal's level at the receiver
    public static AccessPoint of(Ssid ssid, Security security, String password, int dBm, Band band) {
        return new AccessPoint(
                new NetworkId(ssid, security), new Secret(password), strength(dBm), band, false, Behaviour.NORMAL);
    }

    /// This one, keeping its name to itself.
    public AccessPoint concealed() {
        return new AccessPoint(id, password, strength, band, true, behaviour);
    }

    /// This one, behaving like that.
    public AccessPoint behaving(Behaviour other) {
        return new AccessPoint(id, password, strength, band, hidden, other);
    }

    /// The name.
    public Ssid ssid() {
        return id.ssid();
    }

    /// Why it cannot be joined, if so.
    public Optional<Obstacle> obstacle() {
        return switch (id.security()) {
            case WEP -> Optional.of(Obstacle.WEP);
            case ENTERPRISE -> Optional.of(Obstacle.ENTERPRISE);
            case OPEN, OWE, WPA2, WPA2_WPA3, WPA3 -> Optional.empty();
        };
    }

    /// How far the network reaches that it leads to.
    Connectivity connectivity() {
        return switch (behaviour) {
            case SIGN_IN_REQUIRED -> Connectivity.PORTAL;
            case LIMITED -> Connectivity.LIMITED;
            case NORMAL, NO_ADDRESS, GOES_OUT_OF_RANGE, UNDECIDED, REFUSES_SAE -> Connectivity.FULL;
        };
    }

    /// The strength that NetworkManager makes of a level in dBm (`nm_wifi_utils_level_to_quality`): 100 at -40 dBm and
    /// above, 0 at -100 dBm and below, and linear in between.
    private static int strength(int dBm) {
        int below = BEST_DBM - Math.clamp(dBm, WORST_DBM, BEST_DBM);
        return 100 - 100 * below / (BEST_DBM - WORST_DBM);
    }
}
