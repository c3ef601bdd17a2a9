package wifisetup.network.dbus;

/// The names and numbers of NetworkManager's D-Bus interface, version 1.42 (its `nm-dbus-interface.h`).
final class NetworkManagerApi {
    static final String SERVICE = "org.freedesktop.NetworkManager";
    static final String ROOT = "/org/freedesktop/NetworkManager";
    static final String SETTINGS_PATH = ROOT + "/Settings";
    static final String NO_OBJECT = "/";

    static final String MANAGER = SERVICE;
    static final String DEVICE = SERVICE + ".Device";
    static final String WIRELESS = SERVICE + ".Device.Wireless";
    static final String ACCESS_POINT = SERVICE + ".AccessPoint";
    static final String ACTIVE = SERVICE + ".Connection.Active";
    static final String SETTINGS = SERVICE + ".Settings";
    static final String PROFILE = SERVICE + ".Settings.Connection";
    static final String IP4 = SERVICE + ".IP4Config";
    static final String IP6 = SERVICE + ".IP6Config";

    // polkit actions (`pkaction`)
    static final String MAY_CONTROL = SERVICE + ".network-control";
    static final String MAY_MODIFY = SERVICE + ".settings.modify.system";
    static final String MAY_SCAN = SERVICE + ".wifi.scan";
    static final String MAY_SWITCH_RADIO = SERVICE + ".enable-disable-wifi";

    static final String MAY_ROLL_BACK = SERVICE + ".checkpoint-rollback";
    static final String MAY_SHARE_PROTECTED = SERVICE + ".wifi.share.protected";
    static final String MAY_SHARE_OPEN = SERVICE + ".wifi.share.open";

    // NMMetered
    static final int METERED_UNKNOWN = 0;
    static final int METERED_YES = 1;
    static final int METERED_NO = 2;

    // NMDeviceType
    static final int TYPE_WIFI = 2;

    // NMDeviceState
    static final int UNMANAGED = 10;
    static final int UNAVAILABLE = 20;
    static final int DISCONNECTED = 30;
    static final int CONFIG = 50;
    static final int NEED_AUTH = 60;
    static final int IP_CONFIG = 70;
    static final int CONNECTED = 100;
    static final int DEACTIVATING = 110;
    static final int FAILED = 120;

    // NMDeviceStateReason
    static final int REASON_IP_UNAVAILABLE = 5;
    static final int REASON_NO_SECRETS = 7;
    static final int REASON_SUPPLICANT_DISCONNECT = 8;
    static final int REASON_SUPPLICANT_CONFIG_FAILED = 9;
    static final int REASON_SUPPLICANT_FAILED = 10;
    static final int REASON_SUPPLICANT_TIMEOUT = 11;
    static final int REASON_DHCP_START_FAILED = 15;
    static final int REASON_DHCP_FAILED = 17;
    static final int REASON_SHARED_START_FAILED = 18;
    static final int REASON_SHARED_FAILED = 19;
    static final int REASON_REMOVED = 36;
    static final int REASON_SSID_NOT_FOUND = 53;

    // NMActiveConnectionState
    static final int ACTIVATING = 1;
    static final int ACTIVATED = 2;
    static final int DEACTIVATED = 4;

    // NM80211Mode
    static final int MODE_ACCESS_POINT = 3;
    static final int MODE_INFRASTRUCTURE = 2;

    // NMSettingsUpdate2Flags
    static final int TO_DISK = 0x1;
    static final int IN_MEMORY = 0x2;

    // NMCheckpointCreateFlags
    static final int DELETE_NEW_CONNECTIONS = 0x2;

    // NMSettingsConnectionFlags: made by NetworkManager itself, not for keeping, or of somebody else's making.
    static final int NOT_KEPT = 0x2 | 0x4 | 0x8;

    private NetworkManagerApi() {}
}
