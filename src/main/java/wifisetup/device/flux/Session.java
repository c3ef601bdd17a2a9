package wifisetup.device.flux;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import wifisetup.device.AccessId;
import wifisetup.device.Answer;
import wifisetup.device.DeviceEvent;
import wifisetup.device.DeviceState;
import wifisetup.device.FrontDesk;
import wifisetup.device.SessionRight;
import wifisetup.flux.Command;
import wifisetup.flux.ErrorCode;
import wifisetup.flux.Greeting;
import wifisetup.flux.KeyEncoding;
import wifisetup.flux.Octets;
import wifisetup.flux.Proof;
import wifisetup.flux.Request;
import wifisetup.secret.Secret;

/// One session of a manager, from the greeting to its end. It blocks, on its own thread; closing its socket
/// ends it.
final class Session {
    /// How long a manager may take to come in. A person who types a password has this long, and no more.
    static final Duration ENTRANCE = Duration.ofSeconds(60);

    /// How long a stranger may take until its first message is there.
    static final Duration HANDSHAKE = Duration.ofSeconds(15);

    /// How long a session may be silent.
    static final Duration SILENCE = Duration.ofMinutes(2);

    /// How long an answer may take: the person at the panel decides in a minute at most.
    static final Duration WORK = Duration.ofSeconds(90);

    private static final String NETWORK = "network";

    private final Entrance entrance;
    private final Socket raw;
    private final InetAddress peer;
    private final Patience patience;

    /// What all sessions of a device share.
    ///
    /// @param state the device, as it is at that moment
    record Entrance(
            DeviceKey key,
            TlsServer tls,
            Handshakes handshakes,
            FrontDesk desk,
            Supplier<DeviceState> state,
            SecureRandom random,
            InstantSource clock) {}

    Session(Entrance entrance, Socket raw, Patience patience) {
        this.entrance = entrance;
        this.raw = raw;
        this.peer = raw.getInetAddress();
        this.patience = patience;
    }

    /// Serves the manager until either side ends it.
    ///
    /// @param visit told how far the manager has come in
    /// @throws IOException if the session breaks, or the manager breaks its rules
    void run(Consumer<? super Visitors.Rank> visit) throws IOException, InterruptedException {
        patience.until(HANDSHAKE);
        raw.setTcpNoDelay(true);
        raw.getOutputStream().write(Greeting.TLS.toBytes());
        try (var socket = entrance.handshakes().of(raw, entrance.tls())) {
            boolean strong = TlsServer.isStrong(socket);
            var messages = new Messages(socket);
            var right = admit(socket, messages, strong, visit);
            if (right.isPresent()) {
                visit.accept(Visitors.Rank.MANAGER);
                serve(messages, right.get(), strong);
            }
        }
    }

    /// @return by what right the manager is in; none: it is not
    private Optional<SessionRight> admit(
            SSLSocket socket, Messages messages, boolean strong, Consumer<? super Visitors.Rank> visit)
            throws IOException, InterruptedException {
        byte[] challenge = new byte[Proof.CHALLENGE_BYTES];
        entrance.random().nextBytes(challenge);
        socket.getOutputStream().write(challenge);
        socket.getOutputStream().flush();
        var sent = messages.next();
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        var key = KeyEncoding.read(Octets.ofText(sent.get()));
        if (key.isEmpty()) {
            messages.say(Wording.refusal(ErrorCode.BAD_PARAMS, ""));
            return Optional.empty();
        }
        patience.until(ENTRANCE);
        visit.accept(Visitors.Rank.NAMED);
        var state = entrance.state().get();
        return state.memory().key(AccessId.of(key.get())).isPresent()
                ? bySignature(messages, key.get(), challenge, strong)
                : byPassword(messages, key.get(), state);
    }

    private Optional<SessionRight> bySignature(Messages messages, RSAPublicKey key, byte[] challenge, boolean strong)
            throws IOException {
        messages.say(new wifisetup.flux.Answer.Sign());
        var uuid = entrance.state().get().identity().uuid();
        var proof = strong
                ? new Proof.Bound(uuid, Octets.of(challenge), entrance.key().publicKey())
                : new Proof.Reference(uuid, Octets.of(challenge));
        var signature = messages.next();
        if (signature.isEmpty()) {
            return Optional.empty();
        }
        var now = entrance.clock().instant();
        if (!proof.isGivenBy(key, signature.get())) {
            entrance.desk().tell(new DeviceEvent.SignatureRefused(peer, now));
            messages.say(Wording.answer(new Answer.NotAuthorized()));
            return Optional.empty();
        }
        entrance.desk().tell(new DeviceEvent.KeyUsed(AccessId.of(key), now));
        messages.say(new wifisetup.flux.Answer.Ok());
        return Optional.of(new SessionRight(AccessId.of(key), SessionRight.Proof.SIGNATURE));
    }

    private Optional<SessionRight> byPassword(Messages messages, RSAPublicKey key, DeviceState state)
            throws IOException, InterruptedException {
        // What the device would say to any password it says before one is typed.
        var wait = state.attempts().waitOfStranger(peer, entrance.clock().instant());
        if (!state.hasPassword()) {
            messages.say(Wording.answer(new Answer.NoPassword()));
            return Optional.empty();
        }
        if (wait.isPositive()) {
            messages.say(Wording.answer(new Answer.Waiting(wait)));
            return Optional.empty();
        }
        messages.say(new wifisetup.flux.Answer.Password());
        var password = messages.next().map(Secret::new);
        if (password.isEmpty()) {
            return Optional.empty();
        }
        patience.until(WORK);
        var answer = ask(
                messages,
                question -> new DeviceEvent.PasswordOffered(
                        question, peer, key, password.get(), entrance.clock().instant()));
        messages.say(Wording.answer(answer));
        return answer instanceof Answer.Done
                ? Optional.of(new SessionRight(AccessId.of(key), SessionRight.Proof.PASSWORD))
                : Optional.empty();
    }

    private void serve(Messages messages, SessionRight right, boolean strong) throws IOException, InterruptedException {
        patience.until(SILENCE);
        for (var text = messages.next(); text.isPresent(); text = messages.next()) {
            patience.until(WORK);
            var answer = request(messages, text.get(), right, strong);
            messages.say(answer.words());
            if (answer.last()) {
                return;
            }
            patience.until(SILENCE);
        }
    }

    /// What is said, and whether the session ends with it.
    private record Reply(List<wifisetup.flux.Answer> words, boolean last) {}

    private Reply request(Messages messages, String text, SessionRight right, boolean strong)
            throws InterruptedException {
        // The reference client does not read the answer to this, and would take it for that of its next command.
        boolean unread = !strong && text.split("\0", 2)[0].equals(NETWORK);
        var reply = switch (Command.read(text)) {
            case Request.Refused(var code) -> new Reply(Wording.refusal(code, ""), false);
            case Command command
            when Wording.isHost(command) -> new Reply(Wording.refusal(ErrorCode.BAD_PARAMS, Wording.NO_HOST), false);
            case Command command -> {
                var wish = Wording.command(command, strong);
                Answer answer = wish.isEmpty()
                        ? new Answer.Unfit()
                        : ask(
                                messages,
                                question -> new DeviceEvent.Asked(
                                        question,
                                        peer,
                                        right,
                                        wish.get(),
                                        entrance.clock().instant()));
                yield new Reply(
                        Wording.answer(answer),
                        answer instanceof Answer.NotAuthorized
                                && !(command instanceof Command.ChangePassword)
                                && !(command instanceof Command.ResetPassword));
            }
        };
        return unread ? new Reply(List.of(), reply.last()) : reply;
    }

    /// Asks the device, for as long as the manager is there.
    private Answer ask(Messages messages, LongFunction<? extends DeviceEvent.FromNetwork> question)
            throws InterruptedException {
        var asking = Thread.currentThread();
        var waits = new AtomicBoolean(true);
        messages.watch(() -> {
            if (waits.get()) {
                asking.interrupt();
            }
        });
        try {
            return entrance.desk().ask(question);
        } finally {
            waits.set(false);
        }
    }
}
