package wifisetup.cli;

import java.util.Map;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.platform.ConnectionFailure;
import wifisetup.platform.ConnectionState;
import wifisetup.platform.Message;

/// Says what comes of a platform: sentences for people, or one JSON object a line in printable ASCII for
/// programs.
public final class PlatformReport {
    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .build();
    private final Terminal terminal;
    private final boolean json;

    /// Reports to `terminal`.
    ///
    /// @param json whether for programs
    public PlatformReport(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    /// How the client stands.
    public void state(ConnectionState state) {
        switch (state) {
            case ConnectionState.Connecting(int attempt, var stage) ->
                progress("connecting, attempt " + attempt + ": " + stage.name().toLowerCase(java.util.Locale.ROOT));
            case ConnectionState.Connected(var gateway) ->
                answer(Map.of("state", "connected", "gateway", gateway), "connected as gateway " + printable(gateway));
            case ConnectionState.Waiting(int failed, var why, var pause) ->
                answer(
                        Map.of("state", "waiting", "failed", failed, "reason", word(why), "pause", pause.toSeconds()),
                        sentence(why) + "; the next attempt comes in " + pause.toSeconds() + " s");
            case ConnectionState.Closed _ -> progress("closed");
        }
    }

    /// A command has come.
    public void command(Message command) {
        var data = command.data();
        var service = command.service().orElse("");
        var line = mapper.createObjectNode().put("command", service);
        line.set("data", data.isMissingNode() ? mapper.nullNode() : data);
        print(line, "command " + printable(service) + " " + text(data));
    }

    /// An event was pushed, and the platform said that.
    public void answered(Message answer) {
        this.answer(Map.of("status", answer.status()), "the platform has the event");
    }

    /// It was not to be.
    public void failed(PlatformFailure failure, String detail) {
        if (json) {
            answer(Map.of("reason", failure.reason(), "message", detail), "");
        } else {
            terminal.tell("wifi-setup-kiosk: " + failure.meaning() + " (" + printable(detail) + ")");
        }
    }

    /// Something happened at the platform that we are.
    public void news(ObjectNode news, String sentence) {
        print(news, sentence);
    }

    /// A line about what happens.
    public void progress(String sentence) {
        terminal.tell(sentence);
    }

    /// JSON as people read it in a line.
    public String text(JsonNode value) {
        return value.isMissingNode() ? "" : mapper.writeValueAsString(value);
    }

    private static String word(ConnectionFailure why) {
        return PlatformFailure.of(why).reason();
    }

    private static String sentence(ConnectionFailure why) {
        return PlatformFailure.of(why).meaning() + " (" + printable(why.detail()) + ")";
    }

    private void answer(Map<String, Object> fields, String sentence) {
        print(mapper.valueToTree(new java.util.TreeMap<>(fields)), sentence);
    }

    private void print(JsonNode line, String sentence) {
        var _ = terminal.answer(json ? mapper.writeValueAsString(line) : sentence);
    }

    /// What others named could steer a terminal.
    private static String printable(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) ? '\ufffd' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
