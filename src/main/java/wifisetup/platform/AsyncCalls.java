package wifisetup.platform;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a program tells its platform, without waiting for the answer. Any thread.
///
/// Each result comes within the time-out, whatever happens, on a virtual thread of the client: what a program
/// does
/// there
/// (`thenAccept` and the like) may wait. It is what [PlatformCalls] describes, and never an exception; whoever
/// cancels
/// it
/// gives up on the answer alone. The device manager has changed when such a method returns.
public final class AsyncCalls {
    private final Exchange exchange;
    private final DeviceManager devices;
    private final JsonMapper json;
    private final Duration timeout;

    AsyncCalls(Exchange exchange, DeviceManager devices, JsonMapper json, Duration timeout) {
        this.exchange = exchange;
        this.devices = devices;
        this.json = json;
        this.timeout = timeout;
    }

    /// The same calls with another time-out.
    AsyncCalls within(Duration other) {
        return new AsyncCalls(exchange, devices, json, other);
    }

    /// [PlatformCalls#add].
    public CompletableFuture<Boolean> add(Device device) {
        devices.add(device);
        return confirmed(new Request.Put(device.description()));
    }

    /// [PlatformCalls#update].
    ///
    /// @throws IllegalArgumentException if the device manager does not know it
    public CompletableFuture<Boolean> update(Device device) {
        devices.update(device);
        return confirmed(new Request.Put(device.description()));
    }

    /// [PlatformCalls#disconnect(String)].
    public CompletableFuture<Boolean> disconnect(String device) {
        devices.remove(device);
        return confirmed(new Request.Disconnect(device));
    }

    /// [PlatformCalls#delete(String)].
    public CompletableFuture<Boolean> delete(String device) {
        devices.remove(device);
        return confirmed(new Request.Delete(device));
    }

    /// [PlatformCalls#event].
    public CompletableFuture<Message> event(
            String device, String service, @Nullable Object data, @Nullable Object metadata) {
        return exchange.ask(new Request.Event(device, service, tree(data), tree(metadata)), timeout);
    }

    /// [PlatformCalls#event], without metadata.
    public CompletableFuture<Message> event(String device, String service, @Nullable Object data) {
        return event(device, service, data, null);
    }

    /// [PlatformCalls#respond].
    public CompletableFuture<Message> respond(Message command, @Nullable Object data, @Nullable Object metadata) {
        return exchange.ask(new Request.Response(command, Message.OK, tree(data), tree(metadata)), timeout);
    }

    /// [PlatformCalls#respond], without metadata.
    public CompletableFuture<Message> respond(Message command, @Nullable Object data) {
        return respond(command, data, null);
    }

    /// [PlatformCalls#answer].
    public CompletableFuture<Message> answer(Message command, int status, @Nullable Object data) {
        return exchange.ask(new Request.Response(command, status, tree(data), json.nullNode()), timeout);
    }

    private CompletableFuture<Boolean> confirmed(Request.Change change) {
        return exchange.ask(change, timeout).thenApply(Message::isConfirmed);
    }

    private JsonNode tree(@Nullable Object value) {
        return value == null ? json.nullNode() : json.<JsonNode>valueToTree(value);
    }
}
