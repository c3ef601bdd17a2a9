package wifisetup.lan;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import wifisetup.flux.AccessId;
import wifisetup.flux.Answer;
import wifisetup.flux.Command;
import wifisetup.flux.ErrorCode;
import wifisetup.flux.KeyEncoding;
import wifisetup.flux.Octets;
import wifisetup.flux.Proof;
import wifisetup.flux.Proof.Bound;
import wifisetup.flux.Proof.Reference;
import wifisetup.flux.ProtocolVersion;
import wifisetup.flux.WifiRow;
import wifisetup.secret.Secret;

/// A management session with a device.
///
/// A device that trusts the client's key lets it in; another one asks for the password, and trusts the key from
/// then on. Every step has a time-out. Calls from several threads come one after another; [#close] ends the one
/// under way.
public final class DeviceSession implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DeviceSession.class.getName());

    /// More than any device trusts, or any radio sees.
    private static final int MOST_ROWS = 4096;

    /// How long a device that moves to another network may take to refuse.
    private static final Duration LAST_WORD = Duration.ofSeconds(3);

    private final Device device;
    private final Wire wire;
    private final Duration passwordTimeout;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean authorized;

    private DeviceSession(Device device, Wire wire, Duration passwordTimeout) {
        this.device = device;
        this.wire = wire;
        this.passwordTimeout = passwordTimeout;
    }

    /// Looks for the device, unless it is given, and opens a session: authorised if the device trusts the key,
    /// or if it takes the password of `options`; else waiting for [#authorizeWithPassword].
    ///
    /// A device looked for by its UUID is tried wherever its words come from, until it is found where somebody has
    /// its key.
    ///
    /// @throws DeviceException if there is no such device or session; a wrong password is
    ///     [DeviceException.NotAuthorized]
    /// @throws IOException if this machine has no socket to look for it
    /// @throws InterruptedException if the thread is interrupted while it looks
    public static DeviceSession open(Target target, SessionOptions options)
            throws DeviceException, IOException, InterruptedException {
        return new Search(options).open(target);
    }

    /// As [#open(Target, SessionOptions)], on a thread of its own.
    ///
    /// @return the session; failed with what the other throws
    public static CompletableFuture<DeviceSession> openAsync(Target target, SessionOptions options) {
        var opened = new CompletableFuture<DeviceSession>();
        Thread.ofVirtual().name("session").start(() -> {
            try {
                var session = open(target, options);
                if (!opened.complete(session)) {
                    session.close();
                }
            } catch (DeviceException | IOException | InterruptedException | RuntimeException failed) {
                opened.completeExceptionally(failed);
            }
        });
        return opened;
    }

    /// Connects, and makes sure that it is this device.
    static DeviceSession connect(Device device, SessionOptions options) throws DeviceException {
        var version = ProtocolVersion.read(device.version());
        if (version.filter(ProtocolVersion::isManagedOverTls).isEmpty()) {
            throw new DeviceException.NotSupported("expected a version from 1.1 to below 2.0, found " + device.version()
                    + ": older firmware is managed over UDP, which this client does not speak");
        }
        var session = new DeviceSession(device, new Wire(options.timeout()), options.passwordTimeout());
        try {
            session.wire.connect(device, options.oldTls());
            return session;
        } catch (DeviceException | RuntimeException failed) {
            session.close();
            throw failed;
        }
    }

    /// Asks to be let in.
    ///
    /// @return this session, which is closed if that fails
    DeviceSession begun(SessionOptions options) throws DeviceException {
        try {
            recall(options.strongDevices());
            begin(options);
            return this;
        } catch (DeviceException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private void recall(StrongDevices known) throws DeviceException {
        if (!wire.isStrong()) {
            if (known.contains(device)) {
                throw new DeviceException.Weakened(known);
            }
            return;
        }
        try {
            known.add(device);
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "that a device speaks the stronger protocol could not be kept", unwritable);
        }
    }

    private void begin(SessionOptions options) throws DeviceException {
        var challenge = wire.challenge();
        wire.send(KeyEncoding.pem(options.key().publicKey()));
        switch (wire.answer()) {
            case Answer.Sign _ -> {
                wire.send(options.key().prove(proof(challenge)));
                authorized = admits(wire.answer());
            }
            case Answer.Password _ -> {
                var password = options.password().flatMap(Password::reveal);
                if (password.isPresent()) {
                    authorizeWith(password.get());
                }
            }
            case Answer.Refusal refusal -> throw refused(refusal);
            case Answer.Ok _, Answer.Data _ -> throw unexpected();
        }
    }

    private Proof proof(Octets challenge) throws DeviceException {
        return wire.isStrong()
                ? new Bound(device.uuid(), challenge, wire.deviceKey())
                : new Reference(device.uuid(), challenge);
    }

    private boolean admits(Answer answer) throws DeviceException {
        return switch (answer) {
            case Answer.Ok _ -> true;
            case Answer.Refusal refusal -> throw refused(refusal);
            case Answer.Sign _, Answer.Password _, Answer.Data _ -> throw unexpected();
        };
    }

    /// The device, as it was found.
    public Device device() {
        return device;
    }

    /// Whether the device has let this session in.
    public boolean authorized() {
        return authorized && connected();
    }

    /// Whether there is a connection, as far as this side knows: a device ends a session that says nothing for
    /// long, ours after two minutes, and that shows when it is asked next.
    public boolean connected() {
        return wire.isOpen();
    }

    /// Whether both sides know more than the reference protocol: TLS 1.3, and SHA-256 signatures bound to the
    /// device's key.
    public boolean strong() {
        return wire.isStrong();
    }

    /// Shows the password; the device trusts the key from now on.
    ///
    /// @throws DeviceException if it is wrong, which ends the session
    public void authorizeWithPassword(Password password) throws DeviceException {
        if (authorized) {
            throw new IllegalStateException("this session is authorised already");
        }
        authorizeWith(given(password));
    }

    private void authorizeWith(Secret password) throws DeviceException {
        turn.lock();
        try {
            wire.send(password.reveal());
            authorized = admits(wire.answer(passwordTimeout));
        } catch (DeviceException refused) {
            close();
            throw refused;
        } finally {
            turn.unlock();
        }
    }

    /// Makes the device trust another key. A key that it trusts already gets another label; a reference device
    /// refuses that, [DeviceException.Refusal#OPERATION_ERROR].
    ///
    /// @param label what people shall call it
    /// @return its access id
    /// @throws DeviceException if it does not
    public String addTrust(String label, RSAPublicKey key) throws DeviceException {
        done(new Command.AddTrust(label, key));
        return AccessId.of(key).hex();
    }

    /// The keys that the device trusts.
    ///
    /// @throws DeviceException if it does not say
    public List<TrustedKey> listTrust() throws DeviceException {
        return rows(new Command.ListTrust()).stream()
                .flatMap(row ->
                        row
                                .get("access_id")
                                .map(id -> new TrustedKey(id, row.get("label").orElse("")))
                                .stream())
                .toList();
    }

    /// Makes the device trust a key no more.
    ///
    /// @param accessId 40 hexadecimal digits
    /// @throws DeviceException if it does not; [DeviceException.Refusal#NOT_FOUND] if it did not trust that key
    /// @throws IllegalArgumentException if that is no access id
    public void removeTrust(String accessId) throws DeviceException {
        done(new Command.RemoveTrust(AccessId.read(accessId)
                .orElseThrow(() -> new IllegalArgumentException("an access id of 40 hexadecimal digits"))));
    }

    /// Gives the device another name.
    ///
    /// @throws DeviceException if it does not take it
    public void rename(String name) throws DeviceException {
        done(new Command.Rename(name));
    }

    /// Changes the password.
    ///
    /// @param resetAcl whether the device shall trust no other key than this session's any more
    /// @throws DeviceException if it does not; [DeviceException.NotAuthorized] if the old one is wrong
    public void modifyPassword(Password old, Password changed, boolean resetAcl) throws DeviceException {
        done(new Command.ChangePassword(given(old), given(changed), resetAcl));
    }

    /// Sets a new password without the old one, in a session that its key has authorised. All other keys are
    /// trusted no more.
    ///
    /// @throws DeviceException if it does not
    public void resetPassword(Password changed) throws DeviceException {
        done(new Command.ResetPassword(given(changed)));
    }

    private Secret given(Password password) throws DeviceException {
        return password.reveal().orElseThrow(this::passwordWanted);
    }

    private DeviceException passwordWanted() {
        return new DeviceException.NotAuthorized(device, new Denial.PasswordWanted());
    }

    /// Moves the device to another network, and ends the session. [NetworkMove] does that and what follows.
    ///
    /// @throws DeviceException if it refuses
    public NetworkReply modifyNetwork(NetworkChange change) throws DeviceException {
        turn.lock();
        try {
            var command = new Command.ChangeNetwork(change.options());
            if (wire.isStrong()) {
                done(command);
                close();
                return NetworkReply.TO_BE_CONFIRMED;
            }
            checkAuthorized();
            wire.send(command.write());
            hearWhetherRefused();
            close();
            return NetworkReply.UNSAID;
        } finally {
            turn.unlock();
        }
    }

    /// Some devices answer, some leave at once. To wait a little also lets the command arrive: a connection
    /// that is closed with something unread takes back what it has sent (RFC 1122, 4.2.2.13).
    private void hearWhetherRefused() throws DeviceException {
        try {
            if (wire.answer(LAST_WORD) instanceof Answer.Refusal refusal) {
                throw refused(refusal);
            }
        } catch (DeviceException.TimedOut | DeviceException.ConnectionBroken | DeviceException.BadProtocol _) {
            // It has left, or has nothing to say.
        }
    }

    /// Keeps the network that the device was moved to. To say so again does no harm: a device of ours that has
    /// just kept it says yes again.
    ///
    /// @throws DeviceException if it does not; [DeviceException.Refusal#NOT_FOUND] if none waits to be confirmed
    public void confirmNetwork() throws DeviceException {
        confirmNetwork(wire.timeout());
    }

    /// As [#confirmNetwork()]; the answer may take `longest`.
    void confirmNetwork(Duration longest) throws DeviceException {
        if (!rows(new Command.ConfirmNetwork(), longest).isEmpty()) {
            throw unexpected();
        }
    }

    /// The Wi-Fi networks that the device sees.
    ///
    /// @throws DeviceException if it does not say
    public List<WifiNetwork> wifiList() throws DeviceException {
        return rows(new Command.ScanWifi()).stream()
                .flatMap(row -> WifiRow.read(row).stream())
                .map(row -> new WifiNetwork(row.bssid(), row.rssi(), row.security(), row.ssid()))
                .toList();
    }

    /// This session for those who do not want to block.
    public AsyncDeviceSession async() {
        return new AsyncDeviceSession(
                this,
                Executors.newSingleThreadExecutor(
                        Thread.ofVirtual().name("session").factory()));
    }

    private void done(Command command) throws DeviceException {
        if (!rows(command).isEmpty()) {
            throw unexpected();
        }
    }

    private List<Answer.Data> rows(Command command) throws DeviceException {
        return rows(command, wire.timeout());
    }

    private List<Answer.Data> rows(Command command, Duration longest) throws DeviceException {
        turn.lock();
        try {
            checkAuthorized();
            wire.send(command.write());
            var rows = new ArrayList<Answer.Data>();
            while (true) {
                switch (wire.answer(longest)) {
                    case Answer.Data row when rows.size() < MOST_ROWS -> rows.add(row);
                    case Answer.Ok _ -> {
                        return rows;
                    }
                    case Answer.Refusal refusal -> throw refused(refusal);
                    case Answer.Data _, Answer.Sign _, Answer.Password _ -> throw unexpected();
                }
            }
        } finally {
            turn.unlock();
        }
    }

    private void checkAuthorized() throws DeviceException {
        if (!connected()) {
            throw new DeviceException.ConnectionBroken("this session has ended");
        }
        if (!authorized) {
            throw passwordWanted();
        }
    }

    private DeviceException refused(Answer.Refusal refusal) {
        Optional<ErrorCode> known = refusal.known();
        if (known.isEmpty()) {
            return new DeviceException.OperationFailed(refusal.code());
        }
        return switch (known.get()) {
            case AUTH_ERROR -> DeviceException.NotAuthorized.by(device, refusal);
            case UNKNOWN_COMMAND -> new DeviceException.NotSupported("the device does not know this command");
            case BAD_PARAMS, NOT_FOUND, OPERATION_ERROR -> new DeviceException.OperationFailed(refusal.code());
        };
    }

    private DeviceException unexpected() {
        close();
        return new DeviceException.BadProtocol("expected another answer");
    }

    @Override
    public void close() {
        authorized = false;
        wire.close();
    }
}
