package wifisetup.network.simulated;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import wifisetup.loop.Timer;
import wifisetup.network.Adapter;
import wifisetup.network.Block;
import wifisetup.network.Checkpoint;
import wifisetup.network.Connectivity;
import wifisetup.network.Country;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.IpSettings;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.NetworkStatus;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;
import wifisetup.network.WifiException;
import wifisetup.network.Wire;
import wifisetup.secret.Secret;

/// The simulated machine: a radio in an [Air], the profiles it keeps, and the surroundings that a test or a demo
/// changes. It outlives the [SimulatedWifi] through which it is used, as a network service outlives its clients.
///
/// A connection that is lost, or a network that comes back, is tried again from the kept profiles. Any thread;
/// nothing blocks.
public final class Radio {
    private static final Adapter READY = new Adapter.Ready("wlan0", "02:00:00:00:00:01");

    private final Timer timer;
    private final Pace pace;
    private final Reception reception;
    private final Profiles profiles = new Profiles();
    private final Herald own = new Herald();
    private final List<Observer> observers = new ArrayList<>();
    private Adapter adapter = READY;
    private boolean dhcp = true;
    private boolean wired;
    private boolean signedIn;
    private Optional<Country> country = Optional.empty();
    private Link link = new Link.Down();
    private Optional<AccessPoint> associated = Optional.empty();
    private Optional<Attempt> attempt = Optional.empty();
    private Optional<Trial> trial = Optional.empty();
    private NetworkStatus shown;

    /// A radio that is ready, in that air, with no profile.
    public Radio(Air air, Timer timer, Pace pace) {
        this.reception = new Reception(air);
        this.timer = timer;
        this.pace = pace;
        this.shown = current();
    }

    // ---- the surroundings

    /// Switches every access point of that name on or off. A connection to it is lost at once.
    public synchronized void accessPoint(Ssid ssid, boolean on) {
        reception.accessPoint(ssid, on);
        if (!on) {
            attempt.filter(current -> current.ssid().equals(ssid))
                    .ifPresent(current -> end(current, new Failure.OutOfRange()));
            if (isLinkedTo(ssid)) {
                unlink();
            }
        }
        show();
        reconnectLater();
    }

    /// Lets the access points hand out addresses, or not; concerns the joins that begin from now on.
    public synchronized void dhcp(boolean on) {
        dhcp = on;
    }

    /// Puts the adapter into that condition: pulled, blocked, its service gone, or with [Adapter.Ready] all
    /// well again.
    public synchronized void adapter(Adapter condition) {
        adapter = condition;
        unusable().ifPresent(failure -> {
            attempt.ifPresent(current -> end(current, failure));
            unlink();
        });
        show();
        reconnectLater();
    }

    /// Puts the adapter back into the condition of the start.
    public void adapterReady() {
        adapter(READY);
    }

    /// Plugs a wired link with internet in, or out.
    public synchronized void wired(boolean on) {
        wired = on;
        show();
    }

    /// Keeps a profile without a join, right or wrong, as one of an earlier life of the machine.
    public synchronized void remember(NetworkId id, Secret secret) {
        profiles.keep(id, false, new Credentials.Passphrase(secret), Optional.empty());
        show();
        reconnectLater();
    }

    /// How things stand.
    public synchronized NetworkStatus status() {
        return shown;
    }

    // ---- what the port asks for

    synchronized void observe(Herald herald, Consumer<? super NetworkStatus> consumer) {
        var observer = new Observer(herald, consumer);
        observers.add(observer);
        observer.show(shown);
    }

    /// Ends what was asked for through `herald`.
    synchronized void leave(Herald herald) {
        observers.removeIf(observer -> observer.herald == herald);
        attempt.filter(current -> current.isOf(herald)).ifPresent(this::cancel);
        trial.filter(tried -> tried.attempt().isOf(herald)).ifPresent(this::goBack);
    }

    synchronized List<Network> networks() throws WifiException {
        requireUsable();
        return reception.rows(profiles, associated.map(AccessPoint::id));
    }

    /// Done when the scan is; whether there is a list then, [#networks] tells.
    synchronized CompletableFuture<Void> scan(Collection<Ssid> hidden) throws WifiException {
        requireUsable();
        var done = new CompletableFuture<Void>();
        timer.after(pace.scan(), () -> {
            scanned(hidden);
            done.complete(null);
        });
        return done;
    }

    synchronized void disconnect(Ssid ssid) throws WifiException {
        requireService();
        if (!isLinkedTo(ssid)) {
            throw new WifiException(new Failure.NotKnown());
        }
        associated.ifPresent(accessPoint -> profiles.leave(accessPoint.id()));
        unlink();
        show();
        reconnectLater();
    }

    synchronized void change(ProfileId profile, NetworkSettings settings) throws WifiException {
        requireService();
        if (!profiles.change(profile, settings)) {
            throw new WifiException(new Failure.NotKnown());
        }
        if (link instanceof Link.Up) {
            associated.ifPresent(accessPoint -> link = up(accessPoint, profiles.settings(accessPoint.id())));
        }
        show();
        reconnectLater();
    }

    synchronized void setCountry(Country chosen) throws WifiException {
        country = Optional.of(chosen);
        if (adapter.equals(new Adapter.Blocked(Block.COUNTRY))) {
            adapter(READY);
        } else {
            turnOn();
        }
    }

    /// Which country was said, if one was.
    public synchronized Optional<Country> country() {
        return country;
    }

    synchronized Connectivity checkConnectivity() throws WifiException {
        requireService();
        return shown.connectivity();
    }

    /// Somebody signed in where a sign-in page stood in the way.
    public synchronized void signIn() {
        signedIn = true;
        show();
    }

    synchronized List<SavedNetwork> saved() throws WifiException {
        requireService();
        return profiles.list();
    }

    synchronized int forget(Ssid ssid) throws WifiException {
        requireService();
        int forgotten = profiles.forget(ssid);
        if (forgotten > 0) {
            attempt.filter(current -> current.isByItself() && current.ssid().equals(ssid))
                    .ifPresent(current -> end(current, new Failure.Cancelled()));
            if (isLinkedTo(ssid)) {
                unlink();
            }
            show();
            reconnectLater();
        }
        return forgotten;
    }

    synchronized void turnOn() throws WifiException {
        switch (adapter) {
            case Adapter.Ready _ -> {}
            case Adapter.Blocked(var by) when by == Block.SOFTWARE -> adapter(READY);
            case Adapter.Blocked _, Adapter.Missing _, Adapter.Starting _, Adapter.Unavailable _ -> requireUsable();
        }
    }

    /// Begins a join, in place of the one under way.
    synchronized Attempt begin(JoinRequest request, Herald herald, Consumer<? super JoinStage> progress) {
        trial.ifPresent(former -> endTrial(former, Checkpoint.End.REPLACED));
        attempt.ifPresent(older -> end(older, new Failure.Cancelled()));
        var begun = attempt(request, herald, progress);
        start(begun);
        return begun;
    }

    /// Whether a trial could begin.
    synchronized boolean canReturn() {
        return trial.isEmpty() && attempt.filter(current -> !current.isByItself()).isEmpty();
    }

    /// Begins a join on trial; none if there is a trial, or somebody joins a network.
    synchronized Optional<Trial> beginTrial(
            JoinRequest request,
            Duration limit,
            Herald herald,
            Consumer<? super JoinStage> progress,
            Consumer<? super Checkpoint.End> told) {
        if (!canReturn()) {
            return Optional.empty();
        }
        attempt.ifPresent(older -> end(older, new Failure.Cancelled()));
        var begun = new Trial(attempt(request, herald, progress), associated.map(AccessPoint::id), told);
        trial = Optional.of(begun);
        begun.limitBy(timer.after(limit, () -> timeUp(begun)));
        start(begun.attempt());
        return Optional.of(begun);
    }

    /// Keeps the network of that trial.
    synchronized void keep(Trial tried) throws WifiException {
        if (tried.ended().isPresent()) {
            switch (tried.ended().get()) {
                case KEPT -> {}
                case RETURNED -> throw new WifiException(new Failure.TimedOut());
                case REPLACED -> throw new WifiException(new Failure.Cancelled());
            }
        } else {
            keepProfile(tried.attempt());
            endTrial(tried, Checkpoint.End.KEPT);
            show();
        }
    }

    /// Ends that trial, unless it has ended.
    ///
    /// @return the way back, if there is one to go
    synchronized Optional<Attempt> rollBack(Trial tried) {
        return tried.ended().isPresent() ? Optional.empty() : goBack(tried);
    }

    private synchronized void timeUp(Trial tried) {
        if (tried.ended().isPresent()) {
            return;
        }
        if (tried.isReached()) {
            goBack(tried);
        } else {
            end(tried.attempt(), new Failure.TimedOut());
        }
    }

    private Optional<Attempt> goBack(Trial tried) {
        endTrial(tried, Checkpoint.End.RETURNED);
        if (associated.isPresent() && tried.former().equals(associated.map(AccessPoint::id))) {
            // The same network: what was tried was another address.
            link = up(associated.get(), profiles.settings(associated.get().id()));
            show();
            return Optional.empty();
        }
        unlink();
        show();
        var way = tried.former()
                .flatMap(id -> reception.find(id, true))
                .filter(_ -> isIdle())
                .map(this::retry);
        if (way.isEmpty()) {
            reconnectLater();
        }
        return way;
    }

    private void endTrial(Trial tried, Checkpoint.End how) {
        trial = Optional.empty();
        tried.end(how, own);
    }

    private Attempt attempt(JoinRequest request, Herald herald, Consumer<? super JoinStage> progress) {
        var found = reception.find(request.id(), request.hidden());
        var id = found.map(AccessPoint::id).orElse(request.id());
        var presented = presented(request.credentials(), id);
        var course = unusable().map(Course::refused).orElseGet(() -> course(found, request, presented));
        return new Attempt(request, found, presented, course, herald, progress, false);
    }

    /// Ends a join that is under way; one that has ended already stays as it is.
    synchronized void cancel(Attempt unwanted) {
        if (isCurrent(unwanted)) {
            end(unwanted, new Failure.Cancelled());
            reconnectLater();
        }
    }

    // ---- the course of a join

    private Credentials presented(Credentials credentials, NetworkId id) {
        return switch (credentials) {
            case Credentials.None none -> none;
            case Credentials.Saved _ -> profiles.credentials(id).orElse(new Credentials.None());
            case Credentials.Passphrase passphrase -> passphrase;
            case Credentials.Account account -> account;
        };
    }

    private Course course(Optional<AccessPoint> found, JoinRequest request, Credentials presented) {
        var settings = request.settings().or(() -> profiles.settings(request.id()));
        return found.map(there -> Course.of(there, presented, isAddressed(there, settings), pace))
                .orElseGet(() ->
                        request.credentials() instanceof Credentials.Saved && presented instanceof Credentials.None
                                ? Course.refused(new Failure.PasswordRequired())
                                : Course.absent(pace));
    }

    private boolean isAddressed(AccessPoint accessPoint, Optional<NetworkSettings> settings) {
        return (dhcp && accessPoint.behaviour() != Behaviour.NO_ADDRESS)
                || settings.filter(chosen -> chosen.ipv4() instanceof IpSettings.Manual)
                        .isPresent();
    }

    private void start(Attempt begun) {
        attempt = Optional.of(begun);
        if (!begun.course().legs().isEmpty()) {
            unlink();
            link = new Link.Joining(begun.ssid());
        }
        show();
        proceed(begun);
    }

    private synchronized void proceed(Attempt current) {
        if (isCurrent(current) && !current.proceed(timer, () -> proceed(current))) {
            current.course().failure().ifPresentOrElse(failure -> fail(current, failure), () -> succeed(current));
        }
    }

    private void fail(Attempt current, Failure failure) {
        end(current, failure);
        if (!current.isByItself()) {
            reconnectLater();
        }
    }

    private void succeed(Attempt current) {
        var accessPoint = current.accessPoint().orElseThrow();
        var tried = trial.filter(one -> one.attempt() == current);
        tried.ifPresentOrElse(Trial::reach, () -> keepProfile(current));
        var up = up(accessPoint, current.request().settings().or(() -> profiles.settings(accessPoint.id())));
        attempt = Optional.empty();
        associated = Optional.of(accessPoint);
        link = up;
        show();
        current.end(new Joined(up, shown.connectivity()));
    }

    private void keepProfile(Attempt successful) {
        var request = successful.request();
        profiles.keep(
                successful.accessPoint().orElseThrow().id(),
                request.hidden(),
                successful.presented(),
                request.settings());
    }

    private Link.Up up(AccessPoint accessPoint, Optional<NetworkSettings> settings) {
        if (settings.map(NetworkSettings::ipv4).orElse(IpSettings.AUTOMATIC) instanceof IpSettings.Manual byHand) {
            return new Link.Up(
                    accessPoint.ssid(),
                    List.of(byHand.address().getHostAddress()),
                    byHand.gateway().map(InetAddress::getHostAddress));
        }
        int subnet = reception.subnet(accessPoint);
        return new Link.Up(
                accessPoint.ssid(), List.of("10.77." + subnet + ".23"), Optional.of("10.77." + subnet + ".1"));
    }

    private void end(Attempt current, JoinOutcome outcome) {
        attempt = Optional.empty();
        if (link instanceof Link.Joining) {
            unlink();
        }
        show();
        current.end(outcome);
        trial.filter(tried -> tried.attempt() == current).ifPresent(this::goBack);
    }

    private void reconnectLater() {
        if (isIdle() && reception.strongestOf(profiles).isPresent()) {
            timer.after(pace.reconnect(), this::reconnect);
        }
    }

    private synchronized void reconnect() {
        if (isIdle()) {
            reception.strongestOf(profiles).ifPresent(this::retry);
        }
    }

    private Attempt retry(AccessPoint there) {
        var request = new JoinRequest(there.id(), new Credentials.Saved(), there.hidden());
        var presented = presented(request.credentials(), there.id());
        var course = course(Optional.of(there), request, presented);
        var again = new Attempt(request, Optional.of(there), presented, course, own, _ -> {}, true);
        start(again);
        return again;
    }

    private boolean isIdle() {
        return adapter instanceof Adapter.Ready && link instanceof Link.Down && attempt.isEmpty();
    }

    private boolean isCurrent(Attempt candidate) {
        return attempt.filter(current -> current == candidate).isPresent();
    }

    private boolean isLinkedTo(Ssid ssid) {
        return link instanceof Link.Up up && up.ssid().equals(ssid);
    }

    private void unlink() {
        link = new Link.Down();
        associated = Optional.empty();
    }

    private synchronized void scanned(Collection<Ssid> probed) {
        reception.scanned(probed);
    }

    // ---- what is shown

    private void show() {
        var now = current();
        if (!now.equals(shown)) {
            shown = now;
            observers.forEach(observer -> observer.show(now));
        }
    }

    private NetworkStatus current() {
        return new NetworkStatus(adapter, link, wired ? Wire.UP : Wire.DOWN, connectivity(), profiles.count());
    }

    private Connectivity connectivity() {
        if (wired) {
            return Connectivity.FULL;
        }
        return associated
                .map(AccessPoint::connectivity)
                .map(reach -> reach == Connectivity.PORTAL && signedIn ? Connectivity.FULL : reach)
                .orElse(Connectivity.NONE);
    }

    private Optional<Failure> unusable() {
        return switch (adapter) {
            case Adapter.Ready _ -> Optional.empty();
            case Adapter.Missing _ -> Optional.of(new Failure.NoAdapter());
            case Adapter.Blocked(var by) -> Optional.of(new Failure.RfKill(by));
            case Adapter.Starting _ -> Optional.of(new Failure.BackendUnavailable("the service is starting"));
            case Adapter.Unavailable(String detail) -> Optional.of(new Failure.BackendUnavailable(detail));
        };
    }

    private void requireUsable() throws WifiException {
        var failure = unusable();
        if (failure.isPresent()) {
            throw new WifiException(failure.get());
        }
    }

    private void requireService() throws WifiException {
        if (unusable().orElse(null) instanceof Failure.BackendUnavailable failure) {
            throw new WifiException(failure);
        }
    }

    private record Observer(Herald herald, Consumer<? super NetworkStatus> consumer) {
        void show(NetworkStatus status) {
            herald.tell(() -> consumer.accept(status));
        }
    }
}
