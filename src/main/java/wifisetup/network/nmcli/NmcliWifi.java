package wifisetup.network.nmcli;

import java.lang.System.Logger.Level;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wifisetup.loop.Cancellation;
import wifisetup.loop.Timer;
import wifisetup.network.Block;
import wifisetup.network.Checkpoint;
import wifisetup.network.Connectivity;
import wifisetup.network.Country;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Network;
import wifisetup.network.NetworkSettings;
import wifisetup.network.NetworkStatus;
import wifisetup.network.PassphraseFlaw;
import wifisetup.network.ProfileId;
import wifisetup.network.RadioRules;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;
import wifisetup.network.TrialOutcome;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;

/// NetworkManager as a [Wifi], by its command line program (version 1.42).
///
/// NetworkManager need not be there when this begins, nor stay; nor need nmcli: the status says so.
public final class NmcliWifi implements Wifi {
    private static final System.Logger LOG = System.getLogger(NmcliWifi.class.getName());

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("nmcli").factory());
    private final Timer timer;
    private final Nmcli nmcli;
    private final RadioRules rules;
    private final Radios radios;
    private final Profiles profiles;
    private final Scanner scanner;
    private final Leftovers leftovers;
    private final Monitor monitor;
    private final StatusReading reading;
    private final StatusWatch watch;
    private final Semaphore turn = new Semaphore(1, true);
    private final AtomicReference<@Nullable Cancellation> newest = new AtomicReference<>();

    /// The NetworkManager that `command` talks to.
    ///
    /// @param command the words before the arguments, such as `nmcli`, or `sudo -n nmcli`
    /// @param rules who knows the country: nmcli has no word for it
    public NmcliWifi(List<String> command, RadioRules rules, Timer timer) {
        // The encoding in which the virtual machine hands arguments to processes; names that it lacks cannot be joined.
        this(command, Charset.forName(System.getProperty("sun.jnu.encoding")), Path.of("/sys"), rules, timer);
    }

    NmcliWifi(List<String> command, Charset arguments, Path system, RadioRules rules, Timer timer) {
        this.timer = timer;
        this.rules = rules;
        this.nmcli = new Nmcli(command, arguments, timer);
        this.radios = new Radios(nmcli, rules);
        this.profiles = new Profiles(nmcli);
        this.scanner = new Scanner(nmcli, radios, profiles);
        this.leftovers = new Leftovers(profiles);
        this.monitor = new Monitor(nmcli, timer, thread);
        this.reading = new StatusReading(nmcli, radios, profiles, new HardwareAddresses(system));
        this.watch = new StatusWatch(monitor, reading, timer, thread);
        var _ = monitor.subscribe(this::sweep);
        monitor.start();
    }

    @Override
    public void observe(Consumer<? super NetworkStatus> observer) {
        watch.observe(observer);
    }

    @Override
    public List<Network> networks() throws WifiException {
        return ask(scanner::networks);
    }

    @Override
    public List<Network> scan(List<Ssid> hidden) throws WifiException, InterruptedException {
        return scanner.scan(hidden);
    }

    @Override
    public JoinOutcome join(JoinRequest request, Cancellation cancellation, Consumer<? super JoinStage> progress)
            throws InterruptedException {
        var replaced = new Cancellation();
        var older = newest.getAndSet(replaced);
        if (older != null) {
            older.cancel();
        }
        turn.acquire();
        try {
            if (cancellation.isCancelled() || replaced.isCancelled()) {
                return new Failure.Cancelled();
            }
            var join = new Join(nmcli, radios, scanner, leftovers, monitor, timer, request, progress);
            cancellation.onCancel(join::cancel);
            replaced.onCancel(join::cancel);
            return carryOut(join, request, progress);
        } catch (WifiException failure) {
            return failure.failure();
        } finally {
            turn.release();
        }
    }

    /// Never: nmcli goes back only as long as it runs.
    @Override
    public boolean canReturn() {
        return false;
    }

    @Override
    public TrialOutcome joinOnTrial(
            JoinRequest request,
            Duration limit,
            Cancellation cancellation,
            Consumer<? super JoinStage> progress,
            Consumer<? super Checkpoint.End> end) {
        return new TrialOutcome.NoReturn("nmcli goes back to a network only as long as it runs");
    }

    @Override
    public void disconnect(Ssid ssid) throws WifiException {
        var _ = ask(() -> {
            var radio = radios.ready();
            var profile = profiles.all().stream()
                    .filter(known ->
                            known.uuid().equals(radio.profile()) && known.ssid().equals(ssid) && radio.isConnected())
                    .findAny()
                    .orElseThrow(() -> new WifiException(new Failure.NotKnown()));
            return nmcli.ask(Right.CONTROL, "connection", "down", "uuid", profile.uuid());
        });
    }

    @Override
    public List<SavedNetwork> saved() throws WifiException {
        return ask(() -> profiles.kept().stream()
                .sorted(Comparator.comparingInt(
                                (Profile profile) -> profile.settings().priority())
                        .thenComparingLong(Profile::lastUsed)
                        .reversed())
                .map(Profile::saved)
                .toList());
    }

    @Override
    public void change(ProfileId id, NetworkSettings settings) throws WifiException {
        var _ = ask(() -> {
            var profile = profiles.kept(id);
            var changes = SettingsWords.changes(profile.settings(), settings);
            if (!changes.isEmpty()) {
                profiles.modify(profile.uuid(), changes);
                takeUp(profile);
            }
            return profile;
        });
    }

    /// Lets a connection by that profile take up what has changed.
    private void takeUp(Profile profile) throws WifiException, InterruptedException {
        var radio = Devices.read(nmcli).radio();
        if (radio.isEmpty() || !radio.get().profile().equals(profile.uuid())) {
            return;
        }
        var taken = nmcli.run("device", "reapply", radio.get().name());
        if (!taken.isGood()) {
            // A hardware address, for one, cannot change under a connection: begin it anew.
            LOG.log(Level.DEBUG, "the connection begins anew: {0}", Verdicts.detail(taken));
            var words = List.of("--wait", "0", "connection", "up", "uuid", profile.uuid());
            var _ = nmcli.ask(Right.CONTROL, words.toArray(String[]::new));
        }
    }

    @Override
    public int forget(Ssid ssid) throws WifiException {
        return ask(() -> {
            var known = profiles.of(ssid);
            for (Profile profile : known) {
                profiles.delete(profile.uuid());
            }
            return known.size();
        });
    }

    @Override
    public void turnOn() throws WifiException {
        var _ = ask(() -> {
            // Where the world's rules hold, that may be all right (a radio with rules of its own) or not: trying tells.
            if (radios.general().block().equals(Optional.of(Block.SWITCH))) {
                throw new WifiException(new Failure.RfKill(Block.SWITCH));
            }
            return nmcli.ask(Right.SWITCH_RADIO, "radio", "wifi", "on");
        });
    }

    @Override
    public void setCountry(Country country) throws WifiException {
        var _ = ask(() -> {
            rules.set(country);
            return country;
        });
        turnOn();
    }

    /// Never: nmcli does not tell it.
    @Override
    public Optional<String> connectivityPage() {
        return Optional.empty();
    }

    @Override
    public Connectivity checkConnectivity() throws WifiException {
        return ask(this::checkInternet);
    }

    @Override
    public void close() {
        watch.close();
        monitor.close();
        // What was asked of the thread before is still done: the monitor's process ends.
        thread.shutdown();
    }

    private void sweep(Monitor.News news) {
        if (!(news instanceof Monitor.News.Line(var line)) || !line.equals(Monitor.RUNNING)) {
            return;
        }
        try {
            thread.execute(() -> {
                try {
                    leftovers.sweep();
                } catch (InterruptedException closing) {
                    Thread.currentThread().interrupt();
                }
            });
        } catch (RejectedExecutionException afterClose) {
            LOG.log(Level.TRACE, "closed");
        }
    }

    private JoinOutcome carryOut(Join join, JoinRequest request, Consumer<? super JoinStage> progress)
            throws WifiException, InterruptedException {
        var hopeless = hopeless(request);
        if (hopeless.isPresent()) {
            return hopeless.get();
        }
        var radio = radios.ready();
        var known = profiles.of(request.ssid());
        var stored = Profiles.newest(known, request.id());
        boolean saved = request.credentials() instanceof Credentials.Saved;
        if (stored.isEmpty() && saved && !request.id().security().isOpen()) {
            return new Failure.PasswordRequired();
        }
        var name = scanner.name(request.ssid());
        var failure = join.run(
                radio,
                () -> saved && stored.isPresent()
                        ? Attempt.withStored(nmcli, stored.get())
                        : Attempt.withNew(nmcli, profiles, request, name, known));
        return failure.isPresent() ? failure.get() : joined(radio, request.ssid(), progress);
    }

    /// Why the request cannot succeed whatever the access point says, if so.
    private static Optional<Failure> hopeless(JoinRequest request) {
        var security = request.id().security();
        var obstacle = Scanner.obstacle(security);
        if (obstacle.isPresent()) {
            return Optional.of(new Failure.Unsupported(obstacle.get()));
        }
        if (security.isOpen() || request.credentials() instanceof Credentials.Saved) {
            return Optional.empty();
        }
        return switch (request.credentials()) {
            case Credentials.Passphrase(var text)
            when security.needsPassphrase() && !text.isEmpty() ->
                PassphraseFlaw.of(security, text).map(_ -> new Failure.WrongPassword());
            case Credentials.Account _ when security.needsAccount() -> Optional.empty();
            case Credentials.None _, Credentials.Saved _, Credentials.Passphrase _, Credentials.Account _ ->
                Optional.of(new Failure.PasswordRequired());
        };
    }

    private Joined joined(Radio radio, Ssid ssid, Consumer<? super JoinStage> progress)
            throws WifiException, InterruptedException {
        progress.accept(JoinStage.CHECKING_INTERNET);
        return new Joined(reading.up(radio, ssid), checkInternet());
    }

    private Connectivity checkInternet() throws WifiException, InterruptedException {
        var fresh = nmcli.run("networking", "connectivity", "check");
        if (fresh.isGood()) {
            return StatusReading.connectivity(fresh.output());
        }
        // Not allowed: what the last check found.
        LOG.log(Level.DEBUG, "no fresh look at the internet: {0}", Verdicts.detail(fresh));
        return StatusReading.connectivity(radios.general().connectivity());
    }

    private static <T> T ask(Question<T> question) throws WifiException {
        try {
            return question.ask();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WifiException(new Failure.Cancelled(), interrupted);
        }
    }

    private interface Question<T> {
        T ask() throws WifiException, InterruptedException;
    }
}
