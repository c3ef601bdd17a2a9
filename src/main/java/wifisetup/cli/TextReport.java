package wifisetup.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import wifisetup.network.Adapter;
import wifisetup.network.Band;
import wifisetup.network.Block;
import wifisetup.network.Connectivity;
import wifisetup.network.Country;
import wifisetup.network.Failure;
import wifisetup.network.HarmlessText;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.Network;
import wifisetup.network.NetworkStatus;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.named.SecurityWords;

/// Reports for people. A network's name stands at the end of its line, where it can disturb nothing.
public final class TextReport implements Report {
    private static final String NOTHING = "-";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);

    private final Terminal terminal;

    /// Reports to `terminal`.
    public TextReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void networks(List<Network> networks) {
        if (networks.isEmpty()) {
            terminal.tell("no network is known to be in the air");
            return;
        }
        var table = Table.of("SIGNAL", "BAND", "SECURITY", "STATE", "NAME");
        networks.forEach(network -> table.add(
                "%6d".formatted(network.strength()),
                band(network.band()),
                security(network.security()),
                state(network),
                name(network.ssid())));
        print(table);
    }

    @Override
    public void saved(List<SavedNetwork> networks) {
        if (networks.isEmpty()) {
            terminal.tell("no network is saved");
            return;
        }
        var table = Table.of("PRIORITY", "AUTOCONNECT", "SECURITY", "LAST USED", "NAME");
        networks.forEach(network -> table.add(
                "%8d".formatted(network.settings().priority()),
                yesNo(network.autoconnect()),
                security(network.id().security()),
                network.lastUsed().map(MINUTE::format).orElse(NOTHING),
                name(network.ssid())));
        print(table);
    }

    @Override
    public boolean status(NetworkStatus status) {
        var table = Table.of("ADAPTER", adapter(status.adapter()));
        table.add("WI-FI", link(status.link()));
        if (status.link() instanceof Link.Up up) {
            table.add("ADDRESSES", String.join(" ", up.addresses()));
            table.add("GATEWAY", up.gateway().orElse(NOTHING));
        }
        table.add("WIRED", yesNo(status.wired()));
        table.add("INTERNET", internet(status.connectivity()));
        table.add("SAVED", String.valueOf(status.savedNetworks()));
        print(table);
        return terminal.answer("");
    }

    @Override
    public void joined(Ssid ssid, Joined joined) {
        var addresses = String.join(" ", joined.link().addresses());
        terminal.answer("connected, address %s, internet: %s; %s"
                .formatted(addresses.isEmpty() ? NOTHING : addresses, internet(joined.connectivity()), name(ssid)));
    }

    @Override
    public void disconnected(Ssid ssid) {
        terminal.answer("disconnected: " + name(ssid));
    }

    @Override
    public void forgotten(Ssid ssid, int profiles) {
        terminal.answer("forgotten: " + name(ssid));
    }

    @Override
    public void changed(Ssid ssid, int profiles) {
        terminal.answer("changed: " + name(ssid));
    }

    @Override
    public void turnedOn(Optional<Country> country) {
        terminal.answer("Wi-Fi is on"
                + country.map(there -> ", by the rules of " + there.code()).orElse(""));
    }

    @Override
    public void failed(Failure failure) {
        terminal.tell(Sentences.of(failure));
    }

    private void print(Table table) {
        table.lines().forEach(terminal::answer);
    }

    /// The name as it is shown; between quotes if it would not be seen where it begins or ends.
    private static String name(Ssid ssid) {
        String shown = ssid.display();
        return shown.strip().equals(shown) ? shown : "\"" + shown + "\"";
    }

    private static String security(Security security) {
        return security == Security.OPEN ? NOTHING : SecurityWords.of(security);
    }

    private static String state(Network network) {
        if (network.connected()) {
            return "connected";
        }
        if (network.obstacle().isPresent()) {
            return "unsupported";
        }
        return network.saved() ? "saved" : NOTHING;
    }

    private static String band(Band band) {
        return switch (band) {
            case GHZ_2_4 -> "2.4 GHz";
            case GHZ_5 -> "5 GHz";
            case GHZ_6 -> "6 GHz";
        };
    }

    private static String adapter(Adapter adapter) {
        return switch (adapter) {
            case Adapter.Starting _ -> "NetworkManager is starting";
            case Adapter.Ready(var name, var address) -> name + " " + address;
            case Adapter.Missing _ -> "none";
            case Adapter.Blocked(var by) -> "off, " + block(by);
            case Adapter.Unavailable(var detail) -> "unknown: " + HarmlessText.of(detail);
        };
    }

    private static String block(Block block) {
        return switch (block) {
            case SOFTWARE -> "by software";
            case SWITCH -> "by a switch";
            case COUNTRY -> "for want of a country";
        };
    }

    private static String link(Link link) {
        return switch (link) {
            case Link.Down _ -> "not connected";
            case Link.Joining(var ssid) -> "connecting to " + name(ssid);
            case Link.Up up -> "connected to " + name(up.ssid());
        };
    }

    private static String internet(Connectivity connectivity) {
        return switch (connectivity) {
            case UNKNOWN -> "not known";
            case NONE -> "no";
            case PORTAL -> "behind a sign-in page";
            case LIMITED -> "not reached";
            case FULL -> "yes";
        };
    }

    private static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }
}
