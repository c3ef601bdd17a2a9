package wifisetup.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import wifisetup.network.Adapter;
import wifisetup.network.Band;
import wifisetup.network.Country;
import wifisetup.network.Failure;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.Network;
import wifisetup.network.NetworkStatus;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;
import wifisetup.network.named.SecurityWords;

/// Reports for programs: one JSON object a line, in printable ASCII, so that neither an encoding nor a terminal
/// stands in the way. The words are those of the message bus (`ovos.phal.nm.*`); `ssid_hex` holds the name's
/// very bytes.
public final class JsonReport implements Report {
    private final JsonFactory json = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .characterEscapes(new Printable())
            .build();
    private final Terminal terminal;

    /// Reports to `terminal`.
    public JsonReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void networks(List<Network> networks) {
        print(line -> {
            line.writeArrayPropertyStart("networks");
            networks.forEach(network -> write(line, network));
            line.writeEndArray();
        });
    }

    @Override
    public void saved(List<SavedNetwork> networks) {
        print(line -> {
            line.writeArrayPropertyStart("networks");
            networks.forEach(network -> write(line, network));
            line.writeEndArray();
        });
    }

    @Override
    public boolean status(NetworkStatus status) {
        return print(line -> {
            line.writeName("adapter");
            write(line, status.adapter());
            line.writeName("link");
            write(line, status.link());
            line.writeBooleanProperty("wired", status.wired());
            line.writeStringProperty("connectivity", word(status.connectivity()));
            line.writeNumberProperty("saved_networks", status.savedNetworks());
        });
    }

    @Override
    public void joined(Ssid ssid, Joined joined) {
        print(line -> {
            write(line, ssid);
            write(line, joined.link().addresses());
            joined.link().gateway().ifPresent(gateway -> line.writeStringProperty("gateway", gateway));
            line.writeStringProperty("connectivity", word(joined.connectivity()));
        });
    }

    @Override
    public void disconnected(Ssid ssid) {
        print(line -> write(line, ssid));
    }

    @Override
    public void forgotten(Ssid ssid, int profiles) {
        count(ssid, profiles);
    }

    @Override
    public void changed(Ssid ssid, int profiles) {
        count(ssid, profiles);
    }

    @Override
    public void turnedOn(Optional<Country> country) {
        print(line -> {
            line.writeStringProperty("wifi", "on");
            country.ifPresent(there -> line.writeStringProperty("country", there.code()));
        });
    }

    @Override
    public void failed(Failure failure) {
        String message = Sentences.of(failure);
        terminal.tell(message);
        print(line -> {
            line.writeStringProperty("reason", failure.reason());
            line.writeStringProperty("message", message);
        });
    }

    private void count(Ssid ssid, int profiles) {
        print(line -> {
            write(line, ssid);
            line.writeNumberProperty("profiles", profiles);
        });
    }

    private boolean print(Consumer<JsonGenerator> content) {
        var text = new StringWriter();
        try (var line = json.createGenerator(ObjectWriteContext.empty(), text)) {
            line.writeStartObject();
            content.accept(line);
            line.writeEndObject();
        }
        return terminal.answer(text.toString());
    }

    private static void write(JsonGenerator line, Network network) {
        line.writeStartObject();
        write(line, network.ssid());
        line.writeStringProperty("security", SecurityWords.of(network.security()));
        line.writeNumberProperty("signal", network.strength());
        line.writeStringProperty("band", band(network.band()));
        line.writeBooleanProperty("known", network.saved());
        line.writeBooleanProperty("active", network.connected());
        network.obstacle().ifPresent(obstacle -> line.writeStringProperty("obstacle", word(obstacle)));
        line.writeEndObject();
    }

    private static void write(JsonGenerator line, SavedNetwork network) {
        line.writeStartObject();
        write(line, network.ssid());
        line.writeStringProperty("security", SecurityWords.of(network.id().security()));
        line.writeStringProperty("profile", network.profile().uuid());
        line.writeStringProperty("name", network.name());
        line.writeBooleanProperty("hidden", network.hidden());
        line.writeBooleanProperty("autoconnect", network.autoconnect());
        line.writeNumberProperty("priority", network.settings().priority());
        network.lastUsed().ifPresent(when -> line.writeStringProperty("last_used", when.toString()));
        line.writeEndObject();
    }

    private static void write(JsonGenerator line, Adapter adapter) {
        line.writeStartObject();
        switch (adapter) {
            case Adapter.Starting _ -> line.writeStringProperty("state", "starting");
            case Adapter.Ready(var name, var address) -> {
                line.writeStringProperty("state", "ready");
                line.writeStringProperty("name", name);
                line.writeStringProperty("hardware_address", address);
            }
            case Adapter.Missing _ -> line.writeStringProperty("state", "missing");
            case Adapter.Blocked(var by) -> {
                line.writeStringProperty("state", "blocked");
                line.writeStringProperty("by", word(by));
            }
            case Adapter.Unavailable(var detail) -> {
                line.writeStringProperty("state", "unavailable");
                line.writeStringProperty("detail", detail);
            }
        }
        line.writeEndObject();
    }

    private static void write(JsonGenerator line, Link link) {
        line.writeStartObject();
        switch (link) {
            case Link.Down _ -> line.writeStringProperty("state", "down");
            case Link.Joining(var ssid) -> {
                line.writeStringProperty("state", "joining");
                write(line, ssid);
            }
            case Link.Up up -> {
                line.writeStringProperty("state", "up");
                write(line, up.ssid());
                write(line, up.addresses());
                up.gateway().ifPresent(gateway -> line.writeStringProperty("gateway", gateway));
            }
        }
        line.writeEndObject();
    }

    private static void write(JsonGenerator line, Ssid ssid) {
        line.writeStringProperty("ssid", ssid.utf8().orElseGet(ssid::display));
        line.writeStringProperty("ssid_hex", ssid.hex());
    }

    private static void write(JsonGenerator line, List<String> addresses) {
        line.writeArrayPropertyStart("addresses");
        addresses.forEach(line::writeString);
        line.writeEndArray();
    }

    private static String band(Band band) {
        return switch (band) {
            case GHZ_2_4 -> "2.4";
            case GHZ_5 -> "5";
            case GHZ_6 -> "6";
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// JSON escapes all control characters of ASCII but the last one.
    static final class Printable extends CharacterEscapes {
        private static final long serialVersionUID = 1;
        private static final int DELETE = 0x7F;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[DELETE] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializedString getEscapeSequence(int character) {
            return null;
        }
    }
}
