package wifisetup.join;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import wifisetup.loop.Cancellation;
import wifisetup.loop.Effects;
import wifisetup.loop.Timer;
import wifisetup.network.Connectivity;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.SignInPage;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;

/// Does with a [Wifi] what the set-up on the panel wants done.
public final class JoinEffects implements Effects<JoinEffect, JoinEvent> {
    private static final System.Logger LOG = System.getLogger(JoinEffects.class.getName());

    /// How old a list gets before the next scan, while somebody looks at it.
    static final Duration SCAN_INTERVAL = Duration.ofSeconds(15);

    private final Wifi wifi;
    private final SignInPage signIn;
    private final Timer timer;
    private final InstantSource clock;
    private final Consumer<? super JoinEffect.Report> reports;
    private final Consumer<? super JoinEffect.Leave> leaves;
    private final Map<Long, Cancellation> joins = new ConcurrentHashMap<>();

    /// Effects on `wifi`; `signIn` finds sign-in pages; `reports` and `leaves` are told what others have to know, in
    /// order.
    public JoinEffects(
            Wifi wifi,
            SignInPage signIn,
            Timer timer,
            InstantSource clock,
            Consumer<? super JoinEffect.Report> reports,
            Consumer<? super JoinEffect.Leave> leaves) {
        this.wifi = wifi;
        this.signIn = signIn;
        this.timer = timer;
        this.clock = clock;
        this.reports = reports;
        this.leaves = leaves;
    }

    /// What the machine is told when an effect throws.
    public static JoinEvent failed(JoinEffect effect, Throwable thrown) {
        if (!(thrown instanceof WifiException)) {
            LOG.log(Level.ERROR, "not done: " + effect.getClass().getSimpleName(), thrown);
        }
        // The name alone of what nobody foresaw: its text is for the log, not for a screen or the bus.
        var failure = thrown instanceof WifiException wifi
                ? wifi.failure()
                : new Failure.Other(thrown.getClass().getSimpleName());
        return switch (effect) {
            case JoinEffect.Join join -> new JoinEvent.Ended(join.attempt(), failure);
            case JoinEffect.Look _, JoinEffect.Scan _, JoinEffect.ScanLater _ -> new JoinEvent.ScanFailed(failure);
            case JoinEffect.FindSignIn _ -> new JoinEvent.OfSignIn.PageFound(Optional.empty());
            case JoinEffect.CheckInternet _ -> new JoinEvent.OfSignIn.Checked(Connectivity.UNKNOWN);
            case JoinEffect.Cancel _,
                    JoinEffect.ListSaved _,
                    JoinEffect.Change _,
                    JoinEffect.Forget _,
                    JoinEffect.TurnOn _,
                    JoinEffect.SetCountry _,
                    JoinEffect.Report _,
                    JoinEffect.Leave _ -> new JoinEvent.Troubled(failure);
        };
    }

    @Override
    public void perform(JoinEffect effect, Consumer<? super JoinEvent> reply)
            throws WifiException, InterruptedException {
        switch (effect) {
            case JoinEffect.Look _ -> reply.accept(new JoinEvent.Listed(wifi.networks()));
            case JoinEffect.Scan _ -> reply.accept(new JoinEvent.Scanned(wifi.scan(List.of()), clock.instant()));
            case JoinEffect.ScanLater(var listedAt) ->
                timer.after(SCAN_INTERVAL, () -> reply.accept(new JoinEvent.ScanDue(listedAt)));
            case JoinEffect.Join(long attempt, var request) -> join(attempt, request, reply);
            case JoinEffect.Cancel(long attempt) -> cancellation(attempt).cancel();
            case JoinEffect.Forget(var ssid) -> {
                wifi.forget(ssid);
                tellSaved(reply);
                reply.accept(new JoinEvent.Listed(wifi.networks()));
            }
            case JoinEffect.ListSaved _ -> tellSaved(reply);
            case JoinEffect.Change(var settings) -> {
                for (var change : settings.entrySet()) {
                    wifi.change(change.getKey(), change.getValue());
                }
                tellSaved(reply);
            }
            case JoinEffect.TurnOn _ -> wifi.turnOn();
            case JoinEffect.SetCountry(var country) -> wifi.setCountry(country);
            case JoinEffect.FindSignIn _ -> reply.accept(new JoinEvent.OfSignIn.PageFound(signIn.find()));
            case JoinEffect.CheckInternet _ -> reply.accept(new JoinEvent.OfSignIn.Checked(wifi.checkConnectivity()));
            case JoinEffect.Report report -> reports.accept(report);
            case JoinEffect.Leave leave -> leaves.accept(leave);
        }
    }

    private void tellSaved(Consumer<? super JoinEvent> reply) throws WifiException {
        reply.accept(new JoinEvent.OfSaved.SavedHeard(wifi.saved()));
    }

    private void join(long attempt, JoinRequest request, Consumer<? super JoinEvent> reply)
            throws InterruptedException {
        reply.accept(new JoinEvent.JoinBegan(attempt, clock.instant()));
        var outcome =
                wifi.join(request, cancellation(attempt), stage -> reply.accept(new JoinEvent.Reached(attempt, stage)));
        reply.accept(new JoinEvent.Ended(attempt, outcome));
        joins.keySet().removeIf(older -> older <= attempt);
    }

    /// The cancellation of that attempt, whichever of join and cancel comes first.
    private Cancellation cancellation(long attempt) {
        return joins.computeIfAbsent(attempt, _ -> new Cancellation());
    }
}
