package wifisetup.network.bus;

import java.util.function.BiConsumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.bus.MessageBus;
import wifisetup.message.Message;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.Joined;
import wifisetup.network.Ssid;

/// Tells the bus how a join on the panel ended. A password never comes this way: a report holds none.
public final class JoinReports implements BiConsumer<Ssid, JoinOutcome> {
    private static final String PREFIX = "ovos.phal.nm.connection.";

    private final MessageBus bus;

    /// Reports to `bus`.
    public JoinReports(MessageBus bus) {
        this.bus = bus;
    }

    @Override
    public void accept(Ssid ssid, JoinOutcome outcome) {
        bus.publish(message(ssid, outcome));
    }

    static Message message(Ssid ssid, JoinOutcome outcome) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("connection_name", ssid.utf8().orElse(ssid.display()));
        return switch (outcome) {
            case Joined _ -> Message.of(PREFIX + "successful", data);
            case Failure failure ->
                Message.of(
                        PREFIX + "failure",
                        data.put("errorCode", errorCode(failure))
                                .put("errorMessage", sentence(failure))
                                .put("reason", failure.reason()));
        };
    }

    /// The Python client compares with the string `"0"`, and takes it for "the password is missing or wrong".
    private static String errorCode(Failure failure) {
        return switch (failure) {
            case Failure.WrongPassword _, Failure.PasswordRequired _ -> "0";
            case Failure.OutOfRange _,
                    Failure.NotKnown _,
                    Failure.ServerNotTrusted _,
                    Failure.CertificateUnusable _,
                    Failure.NoAddress _,
                    Failure.TimedOut _,
                    Failure.Unsupported _,
                    Failure.Denied _,
                    Failure.NoAdapter _,
                    Failure.RfKill _,
                    Failure.Cancelled _,
                    Failure.BackendUnavailable _,
                    Failure.Other _ -> "1";
        };
    }

    private static String sentence(Failure failure) {
        return switch (failure) {
            case Failure.WrongPassword _ -> "Incorrect Password";
            case Failure.PasswordRequired _ -> "Password Required";
            case Failure.OutOfRange _ -> "The network does not answer";
            case Failure.ServerNotTrusted(var detail) -> "The network did not prove who it is: " + detail;
            case Failure.CertificateUnusable(var detail) -> "The certificate or its key cannot be used: " + detail;
            case Failure.NotKnown _ -> "No such network is saved or connected";
            case Failure.NoAddress _ -> "The network gave no address";
            case Failure.TimedOut _ -> "The network did not answer in time";
            case Failure.Unsupported(var obstacle) -> "This kind of network is not supported: " + obstacle;
            case Failure.Denied(var action) -> "Not allowed: " + action;
            case Failure.NoAdapter _ -> "No Wi-Fi adapter";
            case Failure.RfKill(var block) ->
                switch (block) {
                    case SOFTWARE -> "Wi-Fi is off";
                    case SWITCH -> "Wi-Fi is off by a switch";
                    case COUNTRY -> "Wi-Fi waits for its country";
                };
            case Failure.Cancelled _ -> "Cancelled";
            case Failure.BackendUnavailable(var detail) -> "The network service is not available: " + detail;
            case Failure.Other(var detail) -> detail;
        };
    }
}
