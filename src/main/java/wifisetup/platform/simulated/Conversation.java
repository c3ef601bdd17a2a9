package wifisetup.platform.simulated;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.platform.simulated.StrictReader.Frame;

/// What the platform says to one gateway, frame by frame. Guarded by the platform's lock.
///
/// The order that it wants: credentials; then, if the hashes differ, `clear`, one `put` a device and `commit`;
/// then whatever comes, but each change of devices with its `commit` before the next one.
final class Conversation {
    private static final int OK = 200;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final StrictReader reader = new StrictReader();
    private final Predicate<ObjectNode> accounts;
    private final Function<String, Gateway> gateways;
    private final Consumer<News> news;
    private final Set<String> commands = new HashSet<>();
    private @Nullable Gateway gateway;
    private boolean synchronising;

    /// @param accounts whether the credentials are right
    /// @param gateways the gateway of that id, or a new one
    Conversation(Predicate<ObjectNode> accounts, Function<String, Gateway> gateways, Consumer<News> news) {
        this.accounts = accounts;
        this.gateways = gateways;
        this.news = news;
    }

    /// An answer, and whether the link ends with it.
    record Reply(ObjectNode frame, boolean last) {}

    /// The gateway, once it has said which it is.
    @Nullable
    Gateway gateway() {
        return gateway;
    }

    /// A command was sent, whose response may come.
    void expect(String token) {
        commands.add(token);
    }

    Reply hear(String text) {
        var known = gateway;
        return known == null ? greet(text) : answer(known, text);
    }

    private Reply greet(String text) {
        try {
            var credentials = reader.credentials(text);
            if (!accounts.test(credentials)) {
                throw new Refusal(Refusal.UNAUTHORIZED, "wrong user or password");
            }
            var joined = gateways.apply(StrictReader.text(credentials, "gid"));
            gateway = joined;
            news.accept(new News.Joined(joined.id()));
            var payload = JSON.objectNode().put("gid", joined.id()).put("hash", joined.agreedHash());
            return new Reply(envelope(OK, "", "credentials", payload), false);
        } catch (Refusal refusal) {
            news.accept(new News.Refused("", refusal.status(), refusal.why()));
            return new Reply(envelope(refusal.status(), "", "credentials", JSON.stringNode(refusal.why())), true);
        }
    }

    private Reply answer(Gateway from, String text) {
        String token = "";
        String handler = "";
        try {
            var frame = reader.frame(text);
            token = frame.token();
            handler = frame.handler();
            obey(from, frame);
            return new Reply(envelope(OK, handler, token, JSON.stringNode("ok")), false);
        } catch (Refusal refusal) {
            news.accept(new News.Refused(from.id(), refusal.status(), handler + ": " + refusal.why()));
            return new Reply(envelope(refusal.status(), handler, token, JSON.stringNode(refusal.why())), false);
        }
    }

    private void obey(Gateway from, Frame frame) throws Refusal {
        switch (frame.handler()) {
            case "clear" -> clear(from, frame);
            case "put" -> {
                var device = reader.device(frame.payload());
                mayChange(from);
                from.put(device);
            }
            case "commit" -> commit(from, frame);
            case "disconnect" -> {
                String device = reader.text(frame.payload());
                mayChangeOne(from);
                known(device, from.disconnect(device));
            }
            case "delete" -> {
                String device = reader.text(frame.payload());
                mayChangeOne(from);
                known(device, from.delete(device));
            }
            case "event" -> event(from, frame);
            case "response" -> response(from, frame);
            default -> throw new Refusal(Refusal.NOT_FOUND, "there is no such handler");
        }
    }

    private void clear(Gateway from, Frame frame) throws Refusal {
        if (!frame.payload().isNull()) {
            throw new Refusal(Refusal.BAD_REQUEST, "expected null as payload");
        }
        from.clear();
        synchronising = true;
    }

    private void commit(Gateway from, Frame frame) throws Refusal {
        if (!reader.text(frame.payload()).equals(from.hash())) {
            throw new Refusal(Refusal.CONFLICT, "expected the hash " + from.hash());
        }
        from.commit();
        synchronising = false;
        news.accept(new News.Synchronised(from.id(), from.connected().size()));
    }

    private void event(Gateway from, Frame frame) throws Refusal {
        var event = reader.event(frame.payload());
        var parts = reader.parts(event.path("value"));
        String device = StrictReader.text(event, "device_uri");
        mayTalk();
        known(device, from.connected().containsKey(device));
        news.accept(new News.Event(
                from.id(), device, StrictReader.text(event, "service_uri"), parts.data(), parts.metadata()));
    }

    private void response(Gateway from, Frame frame) throws Refusal {
        var parts = reader.parts(frame.payload().path("protocol_parts"));
        mayTalk();
        if (!commands.remove(frame.token())) {
            throw new Refusal(Refusal.NOT_FOUND, "there is no such command");
        }
        news.accept(new News.Response(from.id(), frame.status(), parts.data()));
    }

    private void mayChange(Gateway from) throws Refusal {
        if (!synchronising && !from.isCommitted()) {
            throw new Refusal(Refusal.CONFLICT, "expected the commit of the change before");
        }
    }

    private void mayChangeOne(Gateway from) throws Refusal {
        mayTalk();
        mayChange(from);
    }

    private void mayTalk() throws Refusal {
        if (synchronising) {
            throw new Refusal(Refusal.CONFLICT, "expected put or commit after clear");
        }
    }

    private static void known(String device, boolean known) throws Refusal {
        if (!known) {
            throw new Refusal(Refusal.NOT_FOUND, "there is no device " + device);
        }
    }

    static ObjectNode envelope(int status, String handler, String token, JsonNode payload) {
        return JSON.objectNode()
                .put("status", status)
                .put("handler", handler)
                .put("token", token)
                .put("content_type", "application/json")
                .set("payload", payload);
    }
}
