package wifisetup.network.nmcli;

/// The Wi-Fi adapter that NetworkManager runs: the first, if there are several.
///
/// @param name the interface, for example `wlan0`
/// @param state nmcli's word for it
/// @param profile the UUID of the profile of its connection, or the empty text
record Radio(String name, String state, String profile) {
    static final String UNMANAGED = "unmanaged";
    static final String UNAVAILABLE = "unavailable";

    boolean isUnavailable() {
        return state.equals(UNAVAILABLE);
    }

    boolean isConnecting() {
        return state.startsWith("connecting");
    }

    boolean isConnected() {
        return state.startsWith("connected");
    }
}
