package wifisetup.network.bus;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.message.Message;
import wifisetup.network.Band;
import wifisetup.network.Failure;
import wifisetup.network.Network;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;
import wifisetup.network.named.SecurityWords;

/// Writes what the network service tells. No answer holds a password.
final class AnswerWriter {
    private static final String PREFIX = RequestReader.PREFIX;

    private AnswerWriter() {}

    /// `answer` to `request`, in its context.
    static Message reply(Message request, Answer answer) {
        var written = write(answer);
        return request.reply(written.type(), written.data());
    }

    /// `answer` to nobody in particular.
    static Message write(Answer answer) {
        return switch (answer) {
            case Answer.Scanned(var networks) -> {
                var data = object();
                var rows = data.putArray("networks");
                networks.forEach(network -> rows.add(row(network)));
                yield message("scan.complete", data);
            }
            case Answer.Saved(var networks) -> {
                var data = object();
                var rows = data.putArray("networks");
                networks.forEach(network -> rows.add(row(network)));
                yield message("saved", data);
            }
            case Answer.Done(var deed, var name) -> message(deed.word() + ".successful", named(name));
            case Answer.Failed(var deed, var name, var failure) ->
                message(deed.word() + ".failure", with(named(name), failure));
            case Answer.IsConnected(var name) -> message("is.connected", named(Optional.of(name)));
            case Answer.IsNotConnected _ -> message("is.not.connected", object());
            case Answer.State(var state) -> message("state.response", fields(state));
            case Answer.BackendInUse(var backend) -> message("set.backend.response", object().put("backend", backend));
            case Answer.BackendRefused(var backend, var refused) -> {
                var data = object().put("error", refused.why()).put("backend", backend);
                var supported = data.putArray("supported");
                refused.supported().forEach(supported::add);
                yield message("backend.not.supported", data);
            }
        };
    }

    /// What everybody is told when the network changes.
    static Message announce(NetworkState state) {
        return message("state", fields(state));
    }

    private static ObjectNode row(Network network) {
        var row = object().put("ssid", text(network.ssid()))
                .put("security", SecurityWords.of(network.security()))
                .put("signal", network.strength())
                .put("band", word(network.band()))
                .put("known", network.saved())
                .put("active", network.connected());
        putBytes(row, network.ssid());
        network.obstacle().ifPresent(obstacle -> row.put("obstacle", word(obstacle)));
        return row;
    }

    private static ObjectNode row(SavedNetwork network) {
        var row = object().put("connection_name", text(network.ssid()))
                .put("security", SecurityWords.of(network.id().security()))
                .put("hidden", network.hidden());
        putBytes(row, network.ssid());
        SettingsWriter.write(network.settings(), row);
        return row;
    }

    private static ObjectNode fields(NetworkState state) {
        var data = object().put("state", word(state.word()))
                .put("connectivity", word(state.connectivity()))
                .put("adapter", state.trouble().map(AnswerWriter::word).orElse("ready"))
                .put("wired", state.wired());
        state.device().ifPresent(device -> data.put("interface", device));
        state.ssid().ifPresent(ssid -> {
            data.put("connection_name", text(ssid));
            putBytes(data, ssid);
        });
        state.signIn().ifPresent(page -> data.put("sign_in", page));
        return data;
    }

    private static ObjectNode named(Optional<NetworkName> network) {
        var data = object();
        network.ifPresent(name -> {
            data.put("connection_name", name.text());
            name.ssid().ifPresent(ssid -> putBytes(data, ssid));
        });
        return data;
    }

    private static ObjectNode with(ObjectNode data, Failure failure) {
        data.put("errorCode", FailureText.errorCode(failure))
                .put("errorMessage", FailureText.of(failure))
                .put("reason", failure.reason());
        FailureText.detail(failure).ifPresent(word -> data.put("detail", word));
        return data;
    }

    private static String text(Ssid ssid) {
        return ssid.utf8().orElseGet(ssid::display);
    }

    /// Text cannot hold a name that is not UTF-8.
    private static void putBytes(ObjectNode data, Ssid ssid) {
        if (ssid.utf8().isEmpty()) {
            data.put("ssid_hex", ssid.hex());
        }
    }

    /// As nmcli words it.
    private static String word(Band band) {
        return switch (band) {
            case GHZ_2_4 -> "2.4";
            case GHZ_5 -> "5";
            case GHZ_6 -> "6";
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Message message(String type, ObjectNode data) {
        return Message.of(PREFIX + type, data);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
