package wifisetup.network.simulated;

import java.util.Optional;
import wifisetup.network.Band;
import wifisetup.network.Connectivity;
import wifisetup.network.Credentials;
import wifisetup.network.Eap;
import wifisetup.network.NetworkId;
import wifisetup.network.Obstacle;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// An access point of the simulation.
///
/// @param id the name and kind of security of its network
/// @param identity who may enter, where an account is wanted; else empty
/// @param password the right password, empty where none is wanted
/// @param strength how strong it is received, 0 to 100
/// @param hidden whether it keeps its name to itself until it is probed for
public record AccessPoint(
        NetworkId id, String identity, Secret password, int strength, Band band, boolean hidden, Behaviour behaviour) {
    private static final int BEST_DBM = -40;
    private static final int WORST_DBM = -100;

    /// An access point that behaves and shows its name.
    ///
    /// @param dBm the signal's level at the receiver
    public static AccessPoint of(Ssid ssid, Security security, String password, int dBm, Band band) {
        return new AccessPoint(
                new NetworkId(ssid, security), "", new Secret(password), strength(dBm), band, false, Behaviour.NORMAL);
    }

    /// This one, keeping its name to itself.
    public AccessPoint concealed() {
        return new AccessPoint(id, identity, password, strength, band, true, behaviour);
    }

    /// This one, behaving like that.
    public AccessPoint behaving(Behaviour other) {
        return new AccessPoint(id, identity, password, strength, band, hidden, other);
    }

    /// This one, admitting that account alone, with its password.
    public AccessPoint admitting(String account) {
        return new AccessPoint(id, account, password, strength, band, hidden, behaviour);
    }

    /// The name.
    public Ssid ssid() {
        return id.ssid();
    }

    /// Why it cannot be joined, if so.
    public Optional<Obstacle> obstacle() {
        return switch (id.security()) {
            case WEP -> Optional.of(Obstacle.WEP);
            case ENTERPRISE_192 -> Optional.of(Obstacle.SUITE_B);
            case OPEN, OWE, WPA2, WPA2_WPA3, WPA3, ENTERPRISE -> Optional.empty();
        };
    }

    /// Whether it lets somebody in who presents that.
    boolean admits(Credentials presented) {
        return switch (presented) {
            case Credentials.None _, Credentials.Saved _ -> id.security().isOpen();
            case Credentials.Passphrase(var text) -> id.security().isOpen() || text.equals(password);
            case Credentials.Account account ->
                account.identity().equals(identity)
                        && switch (account.eap()) {
                            case Eap.Peap peap -> peap.password().equals(password);
                            case Eap.Ttls ttls -> ttls.password().equals(password);
                            case Eap.Tls tls -> tls.keyPassword().equals(password);
                        };
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
