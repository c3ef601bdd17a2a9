package wifisetup.platform;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a program tells its platform, without waiting for the answer. Any thread.
///
/// Each result comes within the time-out, whatever happens, on a virtual thread of the client, where what a
/// program does with it (`thenAccept` and the like, or a callback that it gives) may wait. It is what
/// [PlatformCalls] describes, and never an exception; whoever cancels it gives up on the answer alone. A callback
/// is told once. The device manager has changed when such a method returns.
public final class AsyncCalls {
    private static final System.Logger LOG = System.getLogger(AsyncCalls.class.getName());

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
    ///
    /// @throws IllegalArgumentException if no device can have that id
    public CompletableFuture<Boolean> disconnect(String device) {
        DeviceDescription.requireId(device);
        devices.remove(device);
        return confirmed(new Request.Disconnect(device));
    }

    /// [PlatformCalls#delete(String)].
    ///
    /// @throws IllegalArgumentException if no device can have that id
    public CompletableFuture<Boolean> delete(String device) {
        DeviceDescription.requireId(device);
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

    /// [#add(Device)], told to `callback`.
    public void add(Device device, Consumer<? super Boolean> callback) {
        tell(add(device), callback);
    }

    /// [#update(Device)], told to `callback`.
    ///
    /// @throws IllegalArgumentException if the device manager does not know it
    public void update(Device device, Consumer<? super Boolean> callback) {
        tell(update(device), callback);
    }

    /// [#disconnect(String)], told to `callback`.
    ///
    /// @throws IllegalArgumentException if no device can have that id
    public void disconnect(String device, Consumer<? super Boolean> callback) {
        tell(disconnect(device), callback);
    }

    /// [#delete(String)], told to `callback`.
    ///
    /// @throws IllegalArgumentException if no device can have that id
    public void delete(String device, Consumer<? super Boolean> callback) {
        tell(delete(device), callback);
    }

    /// [#event(String, String, Object, Object)], told to `callback`.
    public void event(
            String device,
            String service,
            @Nullable Object data,
            @Nullable Object metadata,
            Consumer<? super Message> callback) {
        tell(event(device, service, data, metadata), callback);
    }

    /// [#respond(Message, Object, Object)], told to `callback`.
    public void respond(
            Message command, @Nullable Object data, @Nullable Object metadata, Consumer<? super Message> callback) {
        tell(respond(command, data, metadata), callback);
    }

    private static <T> void tell(CompletableFuture<T> result, Consumer<? super T> callback) {
        var _ = result.thenAccept(callback).exceptionally(failure -> {
            LOG.log(Level.ERROR, "a callback of the program failed", failure);
            return null;
        });
    }

    private CompletableFuture<Boolean> confirmed(Request.Change change) {
        return exchange.ask(change, timeout).thenApply(Message::isConfirmed);
    }

    private JsonNode tree(@Nullable Object value) {
        return value == null ? json.nullNode() : json.<JsonNode>valueToTree(value);
    }
}
