package wifisetup.cli;

import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import wifisetup.lan.Denial;
import wifisetup.lan.Device;
import wifisetup.lan.DeviceStatus;
import wifisetup.lan.TrustedKey;
import wifisetup.lan.WifiNetwork;

/// Reports for programs: one JSON object a line, in printable ASCII. A device's keys are those of its metadata
/// as the reference client names them (`model_id`, `ipaddr`, `st_id` ...).
public final class LanJsonReport implements LanReport {
    private final JsonFactory json = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .characterEscapes(new JsonReport.Printable())
            .build();
    private final Terminal terminal;

    /// Reports to `terminal`.
    public LanJsonReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void heard(Device device) {
        print(line -> write(line, device));
    }

    @Override
    public void conflict(Device first, Device second) {
        print(line -> {
            line.writeStringProperty("conflict", first.uuid().toString());
            line.writeArrayPropertyStart("ipaddrs");
            line.writeString(first.address().getHostAddress());
            line.writeString(second.address().getHostAddress());
            line.writeEndArray();
        });
    }

    @Override
    public void round(Collection<Device> devices) {
        // Each device has had its line.
    }

    @Override
    public void ended(Collection<Device> devices, Map<String, Long> dropped) {
        print(line -> {
            line.writeNumberProperty("devices", devices.size());
            line.writeObjectPropertyStart("dropped");
            dropped.forEach((reason, count) -> line.writeNumberProperty(reason.toLowerCase(Locale.ROOT), count));
            line.writeEndObject();
        });
    }

    @Override
    public void lost(Device device) {
        print(line -> {
            line.writeStringProperty("lost", device.uuid().toString());
            line.writeStringProperty("ipaddr", device.address().getHostAddress());
        });
    }

    @Override
    public void info(Device device, Standing standing) {
        print(line -> {
            write(line, device);
            switch (standing) {
                case Standing.Trusted(boolean strong) -> {
                    line.writeBooleanProperty("authorized", true);
                    line.writeBooleanProperty("strong", strong);
                }
                case Standing.Stranger(Denial why) -> {
                    line.writeBooleanProperty("authorized", false);
                    write(line, why);
                }
            }
        });
    }

    private static void write(JsonGenerator line, Denial why) {
        switch (why) {
            case Denial.NoPassword _ -> line.writeStringProperty("denial", "no_password");
            case Denial.Wait(var left) -> {
                line.writeStringProperty("denial", "wait");
                line.writeNumberProperty("wait_seconds", left.toSeconds());
            }
            case Denial.Wrong _ -> line.writeStringProperty("denial", "wrong");
            case Denial.PasswordWanted _ -> line.writeStringProperty("denial", "password_wanted");
        }
    }

    @Override
    public void trusted(List<TrustedKey> keys, String own) {
        print(line -> {
            line.writeArrayPropertyStart("keys");
            keys.forEach(key -> {
                line.writeStartObject();
                line.writeStringProperty("access_id", key.accessId());
                line.writeStringProperty("label", key.label());
                line.writeBooleanProperty("own", key.accessId().equals(own));
                line.writeEndObject();
            });
            line.writeEndArray();
        });
    }

    @Override
    public void networks(List<WifiNetwork> networks) {
        print(line -> {
            line.writeArrayPropertyStart("networks");
            networks.forEach(network -> {
                line.writeStartObject();
                line.writeStringProperty("bssid", network.bssid());
                line.writeNumberProperty("rssi", network.rssi());
                line.writeStringProperty("security", network.security());
                line.writeStringProperty("ssid", network.ssid());
                line.writeEndObject();
            });
            line.writeEndArray();
        });
    }

    @Override
    public void done(String what) {
        print(line -> line.writeStringProperty("done", what));
    }

    @Override
    public void failed(LanFailure failure, String sentence) {
        print(line -> {
            line.writeStringProperty("reason", failure.reason());
            line.writeStringProperty("message", sentence);
        });
    }

    private static void write(JsonGenerator line, Device device) {
        line.writeStringProperty("uuid", device.uuid().toString());
        line.writeStringProperty("name", device.name());
        line.writeStringProperty("serial", device.serial());
        line.writeStringProperty("model_id", device.modelId());
        line.writeStringProperty("version", device.version());
        line.writeStringProperty("ipaddr", device.address().getHostAddress());
        line.writeNumberProperty("port", device.endpoint().getPort());
        line.writeBooleanProperty("has_password", device.passwordSet());
        device.status().ifPresent(status -> write(line, status));
    }

    private static void write(JsonGenerator line, DeviceStatus status) {
        line.writeNumberProperty("st_id", status.id());
        line.writeNumberProperty("st_ts", status.time());
        line.writeNumberProperty("st_prog", status.progress());
        status.headModule().ifPresent(text -> line.writeStringProperty("head_module", text));
        status.errorLabel().ifPresent(text -> line.writeStringProperty("error_label", text));
    }

    private void print(Consumer<JsonGenerator> content) {
        var text = new StringWriter();
        try (var line = json.createGenerator(ObjectWriteContext.empty(), text)) {
            line.writeStartObject();
            content.accept(line);
            line.writeEndObject();
        }
        terminal.answer(text.toString());
    }
}
