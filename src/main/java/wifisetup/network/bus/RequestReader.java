package wifisetup.network.bus;

import java.util.HexFormat;
import java.util.Optional;
import wifisetup.message.Message;
import wifisetup.network.Country;
import wifisetup.network.Credentials;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.named.SecurityWords;
import wifisetup.network.named.SettingsChange;

/// Reads what somebody on the bus asks of the network.
final class RequestReader {
    static final String PREFIX = "ovos.phal.nm.";

    /// A profile is kept in a file that bears its name, and a file's name has at most 255 bytes.
    private static final int LONGEST_NAME = 255;

    private RequestReader() {}

    /// What `message` means; empty if it is no request to the network service.
    static Optional<Reading> read(Message message) {
        var fields = new Fields(message.data());
        return switch (message.type()) {
            case PREFIX + "scan" -> Optional.of(new NetworkRequest.Scan());
            case PREFIX + "get.saved" -> Optional.of(new NetworkRequest.GetSaved());
            case PREFIX + "check.connectivity" -> Optional.of(new NetworkRequest.CheckConnectivity());
            case PREFIX + "connect" -> Optional.of(read(fields, Deed.CONNECTION, RequestReader::connect));
            case PREFIX + "connect.open.network" ->
                Optional.of(read(fields, Deed.CONNECTION, RequestReader::connectOpen));
            case PREFIX + "reconnect" ->
                Optional.of(read(fields, Deed.CONNECTION, (name, _) -> new NetworkRequest.Reconnect(name)));
            case PREFIX + "disconnect" ->
                Optional.of(read(fields, Deed.DISCONNECTION, (name, _) -> new NetworkRequest.Disconnect(name)));
            case PREFIX + "forget" ->
                Optional.of(read(fields, Deed.FORGETTING, (name, _) -> new NetworkRequest.Forget(name)));
            case PREFIX + "change" -> Optional.of(read(fields, Deed.CHANGE, RequestReader::change));
            case PREFIX + "turn.on" -> Optional.of(turnOn(fields));
            case PREFIX + "get.connected" -> Optional.of(new NetworkRequest.GetConnected());
            case PREFIX + "get.state" -> Optional.of(new NetworkRequest.GetState());
            case PREFIX + "set.backend" -> Optional.of(new NetworkRequest.SetBackend(backend(fields)));
            case String _ -> Optional.empty();
        };
    }

    private static Reading read(Fields fields, Deed deed, Body body) {
        var name = Optional.<NetworkName>empty();
        try {
            name = Optional.of(name(fields));
            return body.read(name.get(), fields);
        } catch (UnfitField unfit) {
            return new Refusal(deed, name, unfit.flaw());
        }
    }

    private static NetworkName name(Fields fields) throws UnfitField {
        var text = fields.text("connection_name", LONGEST_NAME).filter(name -> !name.isEmpty());
        var hex = fields.text("ssid_hex").filter(digits -> !digits.isEmpty());
        if (hex.isPresent()) {
            var ssid = ssid(fields, hex.get());
            return new NetworkName(text.orElseGet(() -> NetworkName.of(ssid).text()), Optional.of(ssid));
        }
        return NetworkName.of(text.orElseThrow(() -> fields.unfit("connection_name", "missing")));
    }

    private static Ssid ssid(Fields fields, String hex) throws UnfitField {
        try {
            return Ssid.of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException unfit) {
            throw fields.unfit("ssid_hex", "expected 1 to 32 bytes in hex digits");
        }
    }

    private static NetworkRequest connect(NetworkName name, Fields fields) throws UnfitField {
        return new NetworkRequest.Connect(
                name,
                SecurityWords.read(fields.text("security_type").orElse("")),
                CredentialsReader.read(fields),
                fields.flag("hidden").orElse(false),
                SettingsChangeReader.read(fields));
    }

    private static NetworkRequest connectOpen(NetworkName name, Fields fields) throws UnfitField {
        return new NetworkRequest.Connect(
                name,
                Optional.of(Security.OPEN),
                new Credentials.None(),
                fields.flag("hidden").orElse(false),
                SettingsChangeReader.read(fields));
    }

    private static NetworkRequest change(NetworkName name, Fields fields) throws UnfitField {
        var changes = SettingsChangeReader.read(fields);
        if (changes.equals(SettingsChange.NONE)) {
            // A slip in a field's name must not look like success.
            throw fields.unfit("change", "no setting is given");
        }
        return new NetworkRequest.ChangeSettings(name, changes);
    }

    private static Reading turnOn(Fields fields) {
        try {
            return new NetworkRequest.TurnOn(country(fields));
        } catch (UnfitField unfit) {
            return new Refusal(Deed.TURNING_ON, Optional.empty(), unfit.flaw());
        }
    }

    private static Optional<Country> country(Fields fields) throws UnfitField {
        try {
            return fields.text("country").map(Country::new);
        } catch (IllegalArgumentException unfit) {
            throw fields.unfit("country", "expected two capital letters, such as DE");
        }
    }

    /// Whatever is no name of a backend is refused by whoever knows the backends.
    private static String backend(Fields fields) {
        try {
            return fields.text("backend").orElse("");
        } catch (UnfitField unfit) {
            return "";
        }
    }

    @FunctionalInterface
    private interface Body {
        NetworkRequest read(NetworkName name, Fields fields) throws UnfitField;
    }
}
