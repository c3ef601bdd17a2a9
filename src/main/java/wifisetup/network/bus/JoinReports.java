package wifisetup.network.bus;

import java.util.Optional;
import java.util.function.BiConsumer;
import wifisetup.bus.MessageBus;
import wifisetup.message.Message;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.Joined;
import wifisetup.network.Ssid;

/// Tells the bus how a join on the panel ended. A password never comes this way: a report holds none.
public final class JoinReports implements BiConsumer<Ssid, JoinOutcome> {
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
        var name = NetworkName.of(ssid);
        return AnswerWriter.write(
                switch (outcome) {
                    case Joined _ -> new Answer.Done(Deed.CONNECTION, name);
                    case Failure failure -> new Answer.Failed(Deed.CONNECTION, Optional.of(name), failure);
                });
    }
}
