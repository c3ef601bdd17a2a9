package wifisetup.dbus;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.transports.AbstractTransport;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/// A program that offers objects on a bus: properties, methods, signals. All of it happens on one thread of its own, as
/// in the services that it stands for.
public abstract class FakeService implements AutoCloseable {
    private static final String PROPERTIES = "org.freedesktop.DBus.Properties";

    /// The answer to a call.
    ///
    /// @param signature of the values, empty for none
    public record Answer(String signature, List<Object> values) {
        public static final Answer NOTHING = new Answer("", List.of());

        public static Answer of(String signature, Object... values) {
            return new Answer(signature, List.of(values));
        }
    }

    /// An error, as a caller gets it.
    public static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;
        private final String error;

        public Refusal(String error, String message) {
            super(message);
            this.error = error;
        }
    }

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fake-service").factory());
    private final Map<String, Map<String, Map<String, Variant<?>>>> objects = new TreeMap<>();
    private final AbstractTransport transport;

    protected FakeService(String address, String... names) throws IOException, DBusException {
        transport = TransportBuilder.create(address)
                .configure()
                .withAutoConnect(false)
                .back()
                .build();
        transport.connect();
        send(call("Hello", null));
        for (String name : names) {
            appear(name);
        }
    }

    /// Answers a call of a method other than those of properties.
    protected abstract Answer answer(String path, String iface, String member, List<Object> arguments) throws Refusal;

    /// Owns that name from now on.
    protected final void appear(String name) throws IOException, DBusException {
        send(call("RequestName", "su", name, new UInt32(0)));
    }

    /// Owns that name no more, like a program that has ended.
    protected final void vanish(String name) throws IOException, DBusException {
        send(call("ReleaseName", "s", name));
    }

    /// Begins to answer; the objects are there.
    public final void begin() {
        Thread.ofPlatform().daemon().name("fake-service-reader").start(this::read);
    }

    /// Sets properties, and tells of them.
    public final void set(String path, String iface, Map<String, Variant<?>> values) {
        objects.computeIfAbsent(path, _ -> new HashMap<>())
                .computeIfAbsent(iface, _ -> new HashMap<>())
                .putAll(values);
        signal(path, PROPERTIES, "PropertiesChanged", "sa{sv}as", iface, values, List.of());
    }

    public final void remove(String path) {
        objects.remove(path);
    }

    public final boolean has(String path) {
        return objects.containsKey(path);
    }

    public final Variant<?> get(String path, String iface, String name) {
        return requireNonNull(
                requireNonNull(requireNonNull(objects.get(path)).get(iface)).get(name));
    }

    public final void signal(String path, String iface, String member, String signature, Object... arguments) {
        try {
            send(transport.getMessageFactory().createSignal(null, path, iface, member, signature, arguments));
        } catch (IOException | DBusException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Does something on the service's thread.
    public final void later(long milliseconds, Runnable action) {
        var _ = thread.schedule(action, milliseconds, TimeUnit.MILLISECONDS);
    }

    /// Does something on the service's thread and waits for it.
    public final void now(Runnable action) throws Exception {
        thread.submit(action).get(10, TimeUnit.SECONDS);
    }

    /// Does something on the service's thread and gives its result.
    public final <T> T ask(Callable<T> question) throws Exception {
        return thread.submit(question).get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        thread.shutdownNow();
        transport.close();
    }

    private void read() {
        try {
            while (true) {
                if (transport.readMessage() instanceof MethodCall call) {
                    thread.execute(() -> handle(call));
                }
            }
        } catch (IOException | DBusException | RuntimeException closed) {
            thread.shutdownNow();
        }
    }

    private void handle(MethodCall call) {
        try {
            Object[] parameters = call.getParameters();
            List<Object> arguments = parameters == null ? List.of() : List.of(parameters);
            Answer answer;
            try {
                answer = answer(call, arguments);
            } catch (Refusal refusal) {
                send(transport
                        .getMessageFactory()
                        .createError(call.getSource(), refusal.error, call.getSerial(), "s", refusal.getMessage()));
                return;
            }
            send(transport
                    .getMessageFactory()
                    .createMethodReturn(
                            call, answer.signature.isEmpty() ? null : answer.signature, answer.values.toArray()));
        } catch (IOException | DBusException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Answer answer(MethodCall call, List<Object> arguments) throws Refusal {
        if (!objects.containsKey(call.getPath())) {
            throw new Refusal("org.freedesktop.DBus.Error.UnknownObject", "no object " + call.getPath());
        }
        if (!PROPERTIES.equals(call.getInterface())) {
            return answer(call.getPath(), call.getInterface(), call.getName(), arguments);
        }
        var iface = (String) arguments.getFirst();
        if (call.getName().equals("Set")) {
            set(call.getPath(), iface, Map.of((String) arguments.get(1), (Variant<?>) arguments.get(2)));
            return Answer.NOTHING;
        }
        return Answer.of("a{sv}", Map.copyOf(objects.get(call.getPath()).getOrDefault(iface, Map.of())));
    }

    private MethodCall call(String member, @Nullable String signature, Object... arguments) throws DBusException {
        return transport
                .getMessageFactory()
                .createMethodCall(
                        null,
                        "org.freedesktop.DBus",
                        "/org/freedesktop/DBus",
                        "org.freedesktop.DBus",
                        member,
                        (byte) 0,
                        signature,
                        arguments);
    }

    private void send(Message message) throws IOException {
        synchronized (transport) {
            transport.writeMessage(message);
        }
    }
}
