package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import wifisetup.dbus.BusException;
import wifisetup.dbus.Signal;
import wifisetup.loop.Timer;
import wifisetup.network.Failure;
import wifisetup.network.RadioRules;
import wifisetup.network.WifiException;
import wifisetup.network.dbus.api.NetworkManagerApi;
import wifisetup.network.hosted.AccessPoint;
import wifisetup.network.hosted.AccessPointNews;
import wifisetup.network.hosted.AccessPointOffer;

/// The device's own access point while it is open: a profile that lives as long as its activation, and that as long as
/// the connection by which it was asked for.
final class OpenAccessPoint implements AccessPoint.Opened {
    private static final System.Logger LOG = System.getLogger(OpenAccessPoint.class.getName());

    /// It takes 1 to 6 s; on a slow chip that scans at first more.
    private static final Duration OPENING = Duration.ofSeconds(20);

    private static final Duration CLOSING = Duration.ofSeconds(4);

    private final OwnedConnection connection;
    private final Inet4Address gateway;
    private final String profile;
    private final AccessPointWatch watch;
    private final ServiceConnection.Subscription subscription;
    private final Thread listener;
    private final CountDownLatch over = new CountDownLatch(1);
    private final CompletableFuture<AccessPointWatch.Verdict> verdict = new CompletableFuture<>();
    private volatile boolean closing;

    private OpenAccessPoint(
            OwnedConnection connection,
            Inet4Address gateway,
            String profile,
            AccessPointWatch watch,
            ServiceConnection.Subscription subscription,
            BlockingQueue<Signal> heard,
            Consumer<? super AccessPointNews> news) {
        this.connection = connection;
        this.gateway = gateway;
        this.profile = profile;
        this.watch = watch;
        this.subscription = subscription;
        this.listener = Thread.ofVirtual().name("access-point").start(() -> listen(heard, news));
    }

    static OpenAccessPoint open(
            OwnedConnection connection,
            RadioRules rules,
            AccessPointOffer offer,
            Consumer<? super AccessPointNews> news,
            Timer timer)
            throws BusException, WifiException, InterruptedException {
        var service = connection.service();
        var radio = new Radios(service, rules).ready();
        // Heard from before the call on: its effects may come before its answer.
        var heard = new LinkedBlockingQueue<Signal>();
        var subscription = service.subscribe(heard::add);
        var answer = service.root()
                .call(
                        NetworkManagerApi.MANAGER,
                        "AddAndActivateConnection2",
                        "a{sa{sv}}ooa{sv}",
                        AccessPointDraft.of(offer, QuietChannel.among(radio.accessPoints(), radio.activeAccessPoint()))
                                .sections(),
                        new DBusPath(radio.device().path()),
                        new DBusPath(NetworkManagerApi.NO_OBJECT),
                        Map.of("persist", new Variant<>("volatile"), "bind-activation", new Variant<>("dbus-client")));
        var opening = new OpenAccessPoint(
                connection,
                offer.gateway(),
                answer.get(0).toString(),
                new AccessPointWatch(
                        radio.device().path(),
                        answer.get(1).toString(),
                        SupplicantInterface.find(service, radio.name())),
                subscription,
                heard,
                news);
        opening.untilOpen(timer);
        return opening;
    }

    @Override
    public Inet4Address gateway() {
        return gateway;
    }

    @Override
    public void close() {
        closing = true;
        try {
            // Without it the activation ends: the way that lets saved networks connect by themselves afterwards.
            new Profiles(connection.service()).delete(profile);
            if (!over.await(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "the access point did not say that it is closed within {0}", CLOSING);
            }
        } catch (BusException gone) {
            LOG.log(Level.DEBUG, "the access point ends with its connection: {0}", gone.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            subscription.close();
            listener.interrupt();
            connection.close();
        }
    }

    private void untilOpen(Timer timer) throws WifiException, InterruptedException {
        var limit = timer.after(
                OPENING, () -> verdict.complete(new AccessPointWatch.Verdict.Closed(new Failure.TimedOut())));
        try {
            switch (verdict.get()) {
                case AccessPointWatch.Verdict.Open _ -> LOG.log(Level.DEBUG, "the access point is open");
                case AccessPointWatch.Verdict.Closed(var failure) -> {
                    close();
                    throw new WifiException(failure);
                }
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException interrupted) {
            close();
            throw interrupted;
        } finally {
            limit.cancel();
        }
    }

    private void listen(BlockingQueue<Signal> heard, Consumer<? super AccessPointNews> news) {
        try {
            while (true) {
                for (var event : watch.read(heard.take())) {
                    switch (event) {
                        case AccessPointWatch.Event.Decided(var decided) -> decide(decided, news);
                        case AccessPointWatch.Event.Stations(int count) ->
                            news.accept(new AccessPointNews.Stations(count));
                    }
                }
            }
        } catch (InterruptedException closing) {
            LOG.log(Level.TRACE, "closed");
        }
    }

    private void decide(AccessPointWatch.Verdict decided, Consumer<? super AccessPointNews> news) {
        boolean opening = verdict.complete(decided);
        if (decided instanceof AccessPointWatch.Verdict.Closed(var failure)) {
            over.countDown();
            if (!opening && !closing) {
                news.accept(new AccessPointNews.Lost(failure));
            }
        }
    }
}
