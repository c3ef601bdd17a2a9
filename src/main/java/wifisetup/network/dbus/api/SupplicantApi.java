package wifisetup.network.dbus.api;

/// The names of wpa_supplicant's D-Bus interface (its `doc/dbus.doxygen`). Root and the group `netdev` may use it.
public final class SupplicantApi {
    public static final String SERVICE = "fi.w1.wpa_supplicant1";
    public static final String ROOT = "/fi/w1/wpa_supplicant1";
    public static final String INTERFACE = SERVICE + ".Interface";

    /// The status code of the last authentication frame (IEEE 802.11-2020, 9.4.1.9): 0 is success.
    public static final String AUTH_STATUS = "AuthStatusCode";

    public static final String NETWORK = SERVICE + ".Network";

    /// Of the `EAP` signal: the server's certificate was judged; the parameter is [#SUCCESS] or why not.
    public static final String CERTIFICATE_JUDGED = "remote certificate verification";

    /// Of the `EAP` signal: it is over; the parameter is [#SUCCESS] or [#FAILURE].
    public static final String COMPLETION = "completion";

    public static final String SUCCESS = "success";
    public static final String FAILURE = "failure";

    /// All key management of WPA2 with a password, and none of WPA3's (`wpa_supplicant.conf`).
    public static final String WPA2_ALONE = "WPA-PSK WPA-PSK-SHA256";

    private SupplicantApi() {}
}
