package wifisetup.network.dbus;

/// The names of wpa_supplicant's D-Bus interface (its `doc/dbus.doxygen`). Root and the group `netdev` may use it.
final class SupplicantApi {
    static final String SERVICE = "fi.w1.wpa_supplicant1";
    static final String ROOT = "/fi/w1/wpa_supplicant1";
    static final String INTERFACE = SERVICE + ".Interface";

    /// The status code of the last authentication frame (IEEE 802.11-2020, 9.4.1.9): 0 is success.
    static final String AUTH_STATUS = "AuthStatusCode";

    private SupplicantApi() {}
}
