package wifisetup.network.dbus;

import java.util.List;
import wifisetup.dbus.Signal;
import wifisetup.network.dbus.api.NetworkManagerApi;
import wifisetup.network.dbus.api.SupplicantApi;
import wifisetup.network.dbus.course.Sign;

/// Tells which signals are signs of one join.
final class SignReader {
    private final Radio radio;
    private final String activation;
    private final String supplicant;

    /// @param activation the path of the join's active connection
    /// @param supplicant the path of wpa_supplicant's interface object, or the empty text
    SignReader(Radio radio, String activation, String supplicant) {
        this.radio = radio;
        this.activation = activation;
        this.supplicant = supplicant;
    }

    /// The signs in `signal`, mostly none.
    List<Sign> read(Signal signal) {
        if (signal.path().equals(activation)) {
            return ofActivation(signal);
        }
        if (signal.path().equals(radio.device().path())) {
            return ofDevice(signal);
        }
        if (signal.path().equals(supplicant)) {
            return ofSupplicant(signal);
        }
        if (signal.is(NetworkManagerApi.MANAGER, "DeviceRemoved")
                && signal.text(0).equals(radio.device().path())) {
            return List.of(new Sign.AdapterGone());
        }
        if (signal.is("org.freedesktop.DBus", "NameOwnerChanged")
                && signal.text(0).equals(NetworkManagerApi.SERVICE)) {
            return List.of(new Sign.ServiceGone());
        }
        return List.of();
    }

    private static List<Sign> ofActivation(Signal signal) {
        if (!signal.is(NetworkManagerApi.ACTIVE, "StateChanged")) {
            return List.of();
        }
        return switch (signal.number(0)) {
            case NetworkManagerApi.ACTIVATING -> List.of(new Sign.Began());
            case NetworkManagerApi.ACTIVATED -> List.of(new Sign.Activated());
            case NetworkManagerApi.DEACTIVATED -> List.of(new Sign.Over(signal.number(1)));
            default -> List.of();
        };
    }

    private static List<Sign> ofDevice(Signal signal) {
        return signal.is(NetworkManagerApi.DEVICE, "StateChanged")
                ? List.of(new Sign.Device(signal.number(0), signal.number(1), signal.number(2)))
                : List.of();
    }

    private static List<Sign> ofSupplicant(Signal signal) {
        if (signal.is(SupplicantApi.INTERFACE, "NetworkAdded")) {
            return List.of(new Sign.Configured(signal.text(0)));
        }
        if (signal.is(SupplicantApi.INTERFACE, "EAP")) {
            return List.of(new Sign.Eap(signal.text(0), signal.text(1)));
        }
        if (signal.is(SupplicantApi.INTERFACE, "NetworkRequest")) {
            return List.of(new Sign.Asked());
        }
        return signal.changes(SupplicantApi.INTERFACE) && signal.changed().has(SupplicantApi.AUTH_STATUS)
                ? List.of(new Sign.Authentication((int) signal.changed().number(SupplicantApi.AUTH_STATUS)))
                : List.of();
    }
}
