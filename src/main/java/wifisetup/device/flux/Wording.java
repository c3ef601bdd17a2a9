package wifisetup.device.flux;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import wifisetup.device.AccessId;
import wifisetup.device.Answer;
import wifisetup.device.Command;
import wifisetup.device.DeviceName;
import wifisetup.device.Keeping;
import wifisetup.device.NetworkChange;
import wifisetup.device.TrustedKey;
import wifisetup.flux.Answer.Data;
import wifisetup.flux.Answer.Ok;
import wifisetup.flux.Answer.Refusal;
import wifisetup.flux.ErrorCode;
import wifisetup.flux.NetworkOptions;
import wifisetup.flux.WifiRow;
import wifisetup.network.Credentials;
import wifisetup.network.IpSettings;
import wifisetup.network.Network;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// Turns the words of the wire into the device's, and back.
final class Wording {
    /// What a strength of 0 and of 100 means, in dBm, to NetworkManager (`nm-wifi-utils`: -100 to -40 in 60
    /// steps).
    private static final int FAINTEST_DBM = -100;

    private static final int STRONGEST_DBM = -40;

    /// What is said to whoever wants the device to be an access point. To open a network is the hotspot's
    /// work, which a person begins at the panel.
    static final String NO_HOST = "HOST_MODE_IS_FOR_THE_PANEL";

    private Wording() {}

    /// Whether a client wants the device to be an access point.
    static boolean isHost(wifisetup.flux.Command asked) {
        return asked instanceof wifisetup.flux.Command.ChangeNetwork change
                && change.options().wifi().map(NetworkOptions.Wifi::mode).equals(Optional.of(NetworkOptions.Mode.HOST));
    }

    /// What a client asked for, if it can be.
    ///
    /// @param strong whether the client speaks the stronger protocol, and so will confirm a network
    static Optional<Command> command(wifisetup.flux.Command asked, boolean strong) {
        return switch (asked) {
            case wifisetup.flux.Command.AddTrust it -> Optional.of(new Command.AddTrust(it.key(), it.label()));
            case wifisetup.flux.Command.ListTrust _ -> Optional.of(new Command.ListTrust());
            case wifisetup.flux.Command.RemoveTrust it ->
                Optional.of(new Command.RemoveTrust(new AccessId(it.key().hex())));
            case wifisetup.flux.Command.Rename it ->
                DeviceName.flaw(it.name()).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Command.Rename(new DeviceName(it.name())));
            case wifisetup.flux.Command.ChangePassword it ->
                Optional.of(new Command.ChangePassword(it.old(), it.changed(), !it.removesOthers()));
            case wifisetup.flux.Command.ResetPassword it -> Optional.of(new Command.ResetPassword(it.changed()));
            case wifisetup.flux.Command.ChangeNetwork it ->
                change(it.options())
                        .map(change ->
                                new Command.ChangeNetwork(change, strong ? Keeping.ON_RETURN : Keeping.ON_ADDRESS));
            case wifisetup.flux.Command.ScanWifi _ -> Optional.of(new Command.ScanWifi());
            case wifisetup.flux.Command.ConfirmNetwork _ -> Optional.of(new Command.KeepNetwork());
        };
    }

    /// What the client is told, message by message.
    static List<wifisetup.flux.Answer> answer(Answer answer) {
        return switch (answer) {
            case Answer.Done _ -> List.of(new Ok());
            case Answer.Trust(var keys) -> list(keys.stream().map(Wording::row).toList());
            case Answer.Networks(var networks) ->
                list(networks.stream().map(Wording::row).toList());
            case Answer.NotAuthorized _ -> refusal(ErrorCode.AUTH_ERROR, "");
            case Answer.Waiting(var left) -> refusal(ErrorCode.AUTH_ERROR, "WAIT " + (left.toSeconds() + 1));
            case Answer.NoPassword _ -> refusal(ErrorCode.AUTH_ERROR, "NO_PASSWORD");
            case Answer.Unfit _ -> refusal(ErrorCode.BAD_PARAMS, "");
            case Answer.NotFound _ -> refusal(ErrorCode.NOT_FOUND, "");
            case Answer.Failed _ -> refusal(ErrorCode.OPERATION_ERROR, "");
        };
    }

    /// A refusal for that reason.
    static List<wifisetup.flux.Answer> refusal(ErrorCode code, String words) {
        return List.of(new Refusal(code.name(), words));
    }

    private static List<wifisetup.flux.Answer> list(List<Data> rows) {
        var answers = new ArrayList<wifisetup.flux.Answer>(rows);
        answers.add(new Ok());
        return answers;
    }

    private static Data row(TrustedKey key) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("access_id", key.accessId().hex());
        fields.put("label", key.label());
        return new Data(fields);
    }

    /// The list knows networks, not access points: there is no address of one to tell.
    private static Data row(Network network) {
        int rssi = FAINTEST_DBM + Math.round(network.strength() * (STRONGEST_DBM - FAINTEST_DBM) / 100f);
        return new WifiRow("", rssi, word(network.security()), network.ssid().display()).write();
    }

    private static String word(Security security) {
        return switch (security) {
            case OPEN, OWE -> "None";
            case WEP -> "WEP";
            case WPA2, WPA2_WPA3 -> "WPA2-PSK";
            case WPA3 -> "WPA3-SAE";
            case ENTERPRISE, ENTERPRISE_192 -> "WPA2-EAP";
        };
    }

    private static Optional<NetworkChange> change(NetworkOptions options) {
        var ipv4 = ipv4(options.addressing());
        if (ipv4.isEmpty()) {
            return Optional.empty();
        }
        return options.wifi().isEmpty()
                ? Optional.of(new NetworkChange.Address(ipv4.get()))
                : options.wifi().flatMap(wifi -> wifi(wifi, ipv4.get()));
    }

    private static Optional<NetworkChange> wifi(NetworkOptions.Wifi wifi, IpSettings ipv4) {
        if (!Ssid.fits(wifi.ssid())) {
            return Optional.empty();
        }
        var ssid = Ssid.of(wifi.ssid());
        return Optional.of(
                switch (wifi.security()) {
                    case NetworkOptions.Open _ ->
                        new NetworkChange.Wifi(
                                ssid, wifi.hidden(), Optional.of(Security.OPEN), new Credentials.None(), ipv4);
                    case NetworkOptions.Wep(var key) -> secured(wifi, ssid, Security.WEP, key, ipv4);
                    case NetworkOptions.Wpa(var text) -> secured(wifi, ssid, Security.WPA2, text, ipv4);
                    case NetworkOptions.Wpa2(var text) -> secured(wifi, ssid, Security.WPA2, text, ipv4);
                });
    }

    private static NetworkChange secured(
            NetworkOptions.Wifi wifi, Ssid ssid, Security security, Secret secret, IpSettings ipv4) {
        return new NetworkChange.Wifi(
                ssid, wifi.hidden(), Optional.of(security), new Credentials.Passphrase(secret), ipv4);
    }

    private static Optional<IpSettings> ipv4(NetworkOptions.Addressing addressing) {
        return switch (addressing) {
            case NetworkOptions.Dhcp _ -> Optional.of(IpSettings.AUTOMATIC);
            case NetworkOptions.Static told -> {
                try {
                    yield told.address() instanceof Inet4Address
                            ? Optional.of(new IpSettings.Manual(
                                    told.address(), told.prefix(), Optional.of(told.gateway()), told.nameServers()))
                            : Optional.empty();
                } catch (IllegalArgumentException unfit) {
                    yield Optional.empty();
                }
            }
        };
    }
}
