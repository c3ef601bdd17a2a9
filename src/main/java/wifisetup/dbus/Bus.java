package wifisetup.dbus;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;
import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.connections.transports.AbstractTransport;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.MethodReturn;
import org.jspecify.annotations.Nullable;

/// One connection to a message bus, in the protocol's own terms: calls, answers, signals.
///
/// It stands on dbus-java's transport and messages rather than on its `DBusConnection`, which demands a machine-id
/// file, reflects into the packages of its callers, hands signals to a pool, keeps a proxy of every object it ever saw
/// and waits up to ten seconds when it is lost.
public final class Bus implements AutoCloseable {
    /// How long an answer may take; NetworkManager's come in milliseconds, those of polkit in less than a second.
    public static final Duration ANSWER = Duration.ofSeconds(10);

    private static final String SERVICE = "org.freedesktop.DBus";

    /// Below WARNING, dbus-java logs whole messages, with the password of a join in them. Kept here, because
    /// java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger LIBRARY = Logger.getLogger("org.freedesktop.dbus");

    private static final System.Logger LOG = System.getLogger(Bus.class.getName());

    static {
        LIBRARY.setLevel(java.util.logging.Level.WARNING);
    }

    /// Who hears what comes by itself. Called on the thread that reads the connection: it must not block, nor call.
    public interface Listener {
        void heard(Signal signal);

        /// Nothing more will come.
        void lost(Bus bus, IOException cause);
    }

    private final AbstractTransport transport;
    private final Listener listener;
    private final Map<Long, CompletableFuture<Message>> pending = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private Bus(AbstractTransport transport, Listener listener) {
        this.transport = transport;
        this.listener = listener;
    }

    /// Connects and says Hello.
    ///
    /// @param user the user to say one is; the bus believes only the truth
    public static Bus connect(BusAddress address, OptionalLong user, Listener listener)
            throws BusException, InterruptedException {
        try {
            var configuration = TransportBuilder.create(address).configure().withAutoConnect(false);
            user.ifPresent(uid -> configuration.configureSasl().withSaslUid(uid));
            var transport = configuration.back().build();
            transport.connect();
            var bus = new Bus(transport, listener);
            Thread.ofPlatform().daemon().name("dbus-reader").start(bus::read);
            bus.greet();
            return bus;
        } catch (IOException | DBusException | RuntimeException failure) {
            throw new BusException("no connection to " + address + " (" + failure.getMessage() + ")", failure);
        }
    }

    private void greet() throws BusException, InterruptedException {
        try {
            call(SERVICE, "/org/freedesktop/DBus", SERVICE, "Hello", null);
        } catch (BusException | InterruptedException failure) {
            close();
            throw failure;
        }
    }

    /// Whether it cannot be used any more.
    public boolean isClosed() {
        return closed;
    }

    /// An object of a service.
    public BusObject object(String service, String path) {
        return new BusObject(this, service, path);
    }

    /// Asks for the signals of that rule (D-Bus specification, "Match Rules").
    public void match(String rule) throws BusException, InterruptedException {
        call(SERVICE, "/org/freedesktop/DBus", SERVICE, "AddMatch", "s", rule);
    }

    /// The unique name of who owns `name`, empty if nobody does.
    public String owner(String name) throws BusException, InterruptedException {
        try {
            return (String) call(SERVICE, "/org/freedesktop/DBus", SERVICE, "GetNameOwner", "s", name)
                    .getFirst();
        } catch (BusException failure) {
            if (failure.isAboutAMissingService() && !failure.error().equals(BusException.DISCONNECTED)) {
                return "";
            }
            throw failure;
        }
    }

    /// Calls a method and waits for its answer.
    ///
    /// @param signature of the arguments, null if there are none
    public List<Object> call(
            String service, String path, String iface, String member, @Nullable String signature, Object... arguments)
            throws BusException, InterruptedException {
        return call(ANSWER, service, path, iface, member, signature, arguments);
    }

    /// Calls a method and waits at most `limit` for its answer.
    public List<Object> call(
            Duration limit,
            String service,
            String path,
            String iface,
            String member,
            @Nullable String signature,
            Object... arguments)
            throws BusException, InterruptedException {
        var answer = new CompletableFuture<Message>();
        long serial = -1;
        try {
            MethodCall call = transport
                    .getMessageFactory()
                    .createMethodCall(null, service, path, iface, member, (byte) 0, signature, arguments);
            serial = call.getSerial();
            pending.put(serial, answer);
            write(call);
            return arguments(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            throw new BusException(BusException.NO_REPLY, "no answer to " + member + " within " + limit);
        } catch (ExecutionException lost) {
            throw new BusException("the connection was lost during " + member, lost);
        } catch (IOException | DBusException failure) {
            throw new BusException(member + " could not be sent", failure);
        } finally {
            pending.remove(serial);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            transport.close();
        } catch (IOException failure) {
            LOG.log(Level.DEBUG, "the connection was not closed cleanly", failure);
        }
    }

    private void write(Message message) throws IOException {
        if (closed) {
            throw new IOException("the connection is closed");
        }
        synchronized (transport) {
            transport.writeMessage(message);
        }
    }

    private void read() {
        try {
            while (!closed) {
                Message message = transport.readMessage();
                if (message != null) {
                    take(message);
                }
            }
            end(new IOException("closed"));
        } catch (IOException failure) {
            end(failure);
        } catch (DBusException | RuntimeException failure) {
            end(new IOException("the bus sent what cannot be read", failure));
        }
    }

    private void take(Message message) throws DBusException, IOException {
        switch (message) {
            case DBusSignal signal ->
                listener.heard(new Signal(
                        signal.getSource() == null ? "" : signal.getSource(),
                        signal.getPath(),
                        signal.getInterface(),
                        signal.getName(),
                        list(signal.getParameters())));
            case MethodReturn answer -> complete(answer.getReplySerial(), answer);
            case Error error -> complete(error.getReplySerial(), error);
            case MethodCall call ->
                write(transport
                        .getMessageFactory()
                        .createError(
                                call.getSource(),
                                "org.freedesktop.DBus.Error.UnknownObject",
                                call.getSerial(),
                                "s",
                                "this program offers nothing on the bus"));
            default -> LOG.log(Level.DEBUG, "a message of an unknown kind");
        }
    }

    private void complete(long serial, Message answer) {
        var waiting = pending.remove(serial);
        if (waiting != null) {
            waiting.complete(answer);
        }
    }

    private void end(IOException cause) {
        boolean wanted = closed;
        close();
        pending.values().forEach(waiting -> waiting.completeExceptionally(cause));
        if (!wanted) {
            listener.lost(this, cause);
        }
    }

    private static List<Object> arguments(Message answer) throws BusException, DBusException {
        var arguments = list(answer.getParameters());
        if (answer instanceof Error error) {
            throw new BusException(
                    error.getName(),
                    arguments.isEmpty() ? "" : arguments.getFirst().toString());
        }
        return arguments;
    }

    private static List<Object> list(Object @Nullable [] parameters) {
        return parameters == null ? List.of() : Arrays.asList(parameters);
    }
}
