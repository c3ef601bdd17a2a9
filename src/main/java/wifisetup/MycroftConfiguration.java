package wifisetup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wifisetup.setup.RemoteClient;

/// What the configuration of an OpenVoiceOS device says that matters here: where its bus is, and whether the Python
/// plugin's watchdog runs. Our own file and options win over it.
final class MycroftConfiguration {
    private static final String PLUGIN = "ovos-PHAL-plugin-wifi-setup";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_YAML_COMMENTS)
            .build();

    private MycroftConfiguration() {}

    /// Where OpenVoiceOS looks: the system's file, then the user's, which wins.
    static List<Path> places(Map<String, String> environment) {
        var home = Optional.ofNullable(environment.get("HOME")).map(Path::of);
        var user = Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
                .map(Path::of)
                .or(() -> home.map(directory -> directory.resolve(".config")));
        var system = Path.of("/etc/mycroft/mycroft.conf");
        return user.map(directory ->
                        List.of(system, directory.resolve("mycroft").resolve("mycroft.conf")))
                .orElse(List.of(system));
    }

    /// The settings of those of `files` that are there; a later one wins.
    ///
    /// @throws SettingsException if one is not JSON (with comments)
    static Map<String, Settings.Value> read(List<Path> files) throws SettingsException {
        var values = new LinkedHashMap<String, Settings.Value>();
        for (Path file : files) {
            if (Files.isReadable(file)) {
                take(file, values);
            }
        }
        return values;
    }

    private static void take(Path file, Map<String, Settings.Value> values) throws SettingsException {
        JsonNode root;
        try {
            root = JSON.readTree(file.toFile());
        } catch (JacksonException malformed) {
            var place = malformed.getLocation();
            throw new SettingsException(file + (place == null ? "" : ":" + place.getLineNr()) + ": expected JSON");
        }
        var websocket = root.path("websocket");
        if (websocket.has("host") || websocket.has("port") || websocket.has("route")) {
            String uri = "ws://%s:%d%s"
                    .formatted(
                            websocket.path("host").asString("127.0.0.1"),
                            websocket.path("port").asInt(8181),
                            websocket.path("route").asString("/core"));
            // A server's "every address" is no address to join; the same bus answers on loopback.
            values.put("bus-uri", new Settings.Value(uri.replace("//0.0.0.0:", "//127.0.0.1:"), file + ": websocket"));
        }
        if (websocket.path("secret_key").isString()) {
            values.put(
                    "bus.secret-key",
                    new Settings.Value(websocket.path("secret_key").asString(), file + ": websocket.secret_key"));
        }
        var balena = root.path("PHAL").path(RemoteClient.NAME);
        copy(balena, "ssid", "hotspot.ssid", file, values);
        copy(balena, "psk", "hotspot.passphrase", file, values);
        var watchdog = root.path("PHAL").path(PLUGIN).path("enable_watchdog");
        if (watchdog.isBoolean()) {
            values.put(
                    "auto-setup", new Settings.Value(watchdog.asBoolean() ? "on" : "off", file + ": PHAL." + PLUGIN));
        }
    }

    /// A text that is empty says nothing.
    private static void copy(JsonNode section, String name, String key, Path file, Map<String, Settings.Value> values) {
        if (section.path(name).isString() && !section.path(name).asString().isEmpty()) {
            values.put(
                    key,
                    new Settings.Value(
                            section.path(name).asString(), file + ": PHAL." + RemoteClient.NAME + "." + name));
        }
    }
}
