package wifisetup.network.dbus.api;

/// The names and numbers of NetworkManager's D-Bus interface, version 1.42 (its `nm-dbus-interface.h`).
public final class NetworkManagerApi {
    public static final String SERVICE = "org.freedesktop.NetworkManager";
    public static final String ROOT = "/org/freedesktop/NetworkManager";
    public static final String SETTINGS_PATH = ROOT + "/Settings";
    public static final String NO_OBJECT = "/";

    public static final String MANAGER = SERVICE;
    public static final String DEVICE = SERVICE + ".Device";
    public static final String WIRELESS = SERVICE + ".Device.Wireless";
    public static final String ACCESS_POINT = SERVICE + ".AccessPoint";
    public static final String ACTIVE = SERVICE + ".Connection.Active";
    public static final String SETTINGS = SERVICE + ".Settings";
    public static final String PROFILE = SERVICE + ".Settings.Connection";
    public static final String IP4 = SERVICE + ".IP4Config";
    public static final String IP6 = SERVICE + ".IP6Config";

    // polkit actions (`pkaction`)
    public static final String MAY_CONTROL = SERVICE + ".network-control";
    public static final String MAY_MODIFY = SERVICE + ".settings.modify.system";
    public static final String MAY_SCAN = SERVICE + ".wifi.scan";
    public static final String MAY_SWITCH_RADIO = SERVICE + ".enable-disable-wifi";

    public static final String MAY_ROLL_BACK = SERVICE + ".checkpoint-rollback";
    public static final String MAY_SHARE_PROTECTED = SERVICE + ".wifi.share.protected";
    public static final String MAY_SHARE_OPEN = SERVICE + ".wifi.share.open";

    // NMMetered
    public static final int METERED_UNKNOWN = 0;
    public static final int METERED_YES = 1;
    public static final int METERED_NO = 2;

    // NMDeviceType
    public static final int TYPE_WIFI = 2;

    // NMDeviceState
    public static final int UNMANAGED = 10;
    public static final int UNAVAILABLE = 20;
    public static final int DISCONNECTED = 30;
    public static final int CONFIG = 50;
    public static final int NEED_AUTH = 60;
    public static final int IP_CONFIG = 70;
    public static final int CONNECTED = 100;
    public static final int DEACTIVATING = 110;
    public static final int FAILED = 120;

    // NMDeviceStateReason
    public static final int REASON_IP_UNAVAILABLE = 5;
    public static final int REASON_NO_SECRETS = 7;
    public static final int REASON_SUPPLICANT_DISCONNECT = 8;
    public static final int REASON_SUPPLICANT_CONFIG_FAILED = 9;
    public static final int REASON_SUPPLICANT_FAILED = 10;
    public static final int REASON_SUPPLICANT_TIMEOUT = 11;
    public static final int REASON_DHCP_START_FAILED = 15;
    public static final int REASON_DHCP_FAILED = 17;
    public static final int REASON_SHARED_START_FAILED = 18;
    public static final int REASON_SHARED_FAILED = 19;
    public static final int REASON_REMOVED = 36;
    public static final int REASON_SSID_NOT_FOUND = 53;

    // NMActiveConnectionState
    public static final int ACTIVATING = 1;
    public static final int ACTIVATED = 2;
    public static final int DEACTIVATED = 4;

    // NM80211Mode
    public static final int MODE_ACCESS_POINT = 3;
    public static final int MODE_INFRASTRUCTURE = 2;

    // NMSettingsUpdate2Flags
    public static final int TO_DISK = 0x1;
    public static final int IN_MEMORY = 0x2;

    // NMCheckpointCreateFlags
    public static final int DELETE_NEW_CONNECTIONS = 0x2;

    // NMSettingsConnectionFlags: made by NetworkManager itself, not for keeping, or of somebody else's making.
    public static final int NOT_KEPT = 0x2 | 0x4 | 0x8;

    private NetworkManagerApi() {}
}
