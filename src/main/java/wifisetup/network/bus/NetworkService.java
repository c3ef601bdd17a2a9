package wifisetup.network.bus;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import wifisetup.bus.MessageBus;
import wifisetup.bus.ServicePlace;
import wifisetup.bus.ServiceRole;
import wifisetup.loop.Timer;
import wifisetup.message.Message;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;
import wifisetup.network.SignInPage;
import wifisetup.network.Wifi;

/// The network service of a message bus: what others ask is done and answered, exactly once each, and everybody is told
/// how the network stands.
///
/// While another network service answers on the bus, this one keeps silent there.
public final class NetworkService implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(NetworkService.class.getName());
    private static final String QUESTION = RequestReader.PREFIX + "get.connected";
    private static final Set<String> ANSWERS =
            Set.of(RequestReader.PREFIX + "is.connected", RequestReader.PREFIX + "is.not.connected");

    private final MessageBus bus;
    private final Wifi wifi;
    private final LastStatus status;
    private final SignInSearch signIn;
    private final Errands errands;
    private final ServicePlace place;
    private final ReentrantLock lock = new ReentrantLock();

    // These belong to the lock.
    private final List<Message> held = new ArrayList<>();
    private ServicePlace.Standing standing = ServicePlace.Standing.ASKING;
    private @Nullable NetworkState announced;

    /// A service on `bus` for the network of `wifi`. It does nothing before [#open()].
    ///
    /// @param page where the sign-in page of the network is
    public NetworkService(
            MessageBus bus, Wifi wifi, SignInPage page, BackendSwitch backends, ServiceRole role, Timer timer) {
        this.bus = bus;
        this.wifi = wifi;
        this.status = new LastStatus(timer);
        this.signIn = new SignInSearch(page, this::signInFound);
        this.errands = new Errands(new RequestPerformer(wifi, status, backends, this::state), bus::publish, timer);
        this.place = new ServicePlace(bus, timer, role, QUESTION, ANSWERS, this::stands);
    }

    /// Begins to serve, unless somebody else does.
    public void open() {
        bus.subscribe(this::received);
        wifi.observe(this::changed);
        place.open();
    }

    /// Ends the service. Whoever still waits for an answer gets it before this returns: `cancelled`.
    @Override
    public void close() {
        errands.close();
        lock.lock();
        try {
            signIn.close();
            if (standing == ServicePlace.Standing.ASKING) {
                // Nobody waits any more whether another service answers.
                standing = ServicePlace.Standing.SERVING;
                serveHeld();
            }
        } finally {
            lock.unlock();
        }
    }

    private void received(Message message) {
        lock.lock();
        try {
            switch (standing) {
                case SERVING -> serve(message);
                // Whoever asks meanwhile gets an answer as well, from one of us.
                case ASKING -> held.add(message);
                case PASSIVE -> LOG.log(Level.TRACE, "left to another service: {0}", message.type());
            }
        } finally {
            lock.unlock();
        }
    }

    private void stands(ServicePlace.Standing now) {
        lock.lock();
        try {
            standing = now;
            switch (now) {
                case SERVING -> {
                    announced = null;
                    announce(status.get());
                    serveHeld();
                }
                case PASSIVE -> held.clear();
                case ASKING -> {}
            }
        } finally {
            lock.unlock();
        }
    }

    private void serveHeld() {
        held.forEach(this::serve);
        held.clear();
    }

    private void signInFound() {
        lock.lock();
        try {
            announce(status.get());
        } finally {
            lock.unlock();
        }
    }

    private void changed(NetworkStatus now) {
        lock.lock();
        try {
            // Who waits for this status is answered after it is announced.
            announce(now);
            status.accept(now);
        } finally {
            lock.unlock();
        }
    }

    private void announce(NetworkStatus now) {
        if (standing != ServicePlace.Standing.SERVING) {
            return;
        }
        var state = NetworkState.of(now);
        signIn.follow(state);
        state = state.withSignIn(signIn.address());
        if (!state.equals(announced)) {
            announced = state;
            bus.publish(AnswerWriter.announce(state));
        }
    }

    private NetworkState state() {
        return NetworkState.of(status.get()).withSignIn(signIn.address());
    }

    private void serve(Message message) {
        RequestReader.read(message).ifPresent(reading -> {
            switch (reading) {
                case Refusal refusal -> {
                    LOG.log(Level.INFO, "{0} is refused: {1}", message.type(), refusal.flaw());
                    bus.publish(AnswerWriter.reply(message, refusal.answer()));
                }
                case NetworkRequest.Question question -> bus.publish(AnswerWriter.reply(message, answer(question)));
                case NetworkRequest.Look look -> errands.look(message, look);
                case NetworkRequest.Change change -> errands.perform(message, change);
            }
        });
    }

    private Answer answer(NetworkRequest.Question question) {
        return switch (question) {
            case NetworkRequest.GetConnected _ ->
                connected().<Answer>map(Answer.IsConnected::new).orElseGet(Answer.IsNotConnected::new);
            case NetworkRequest.GetState _ -> new Answer.State(state());
        };
    }

    /// A wired link is none of Wi-Fi's, and a join under way has not arrived.
    private Optional<NetworkName> connected() {
        return status.get().link() instanceof Link.Up up ? Optional.of(NetworkName.of(up.ssid())) : Optional.empty();
    }
}
