package wifisetup.join;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import wifisetup.loop.Cancellation;
import wifisetup.loop.Effects;
import wifisetup.loop.Timer;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;

/// Does with a [Wifi] what the set-up on the panel wants done.
public final class JoinEffects implements Effects<JoinEffect, JoinEvent> {
    private static final System.Logger LOG = System.getLogger(JoinEffects.class.getName());

    /// How old a list gets before the next scan, while somebody looks at it.
    static final Duration SCAN_INTERVAL = Duration.ofSeconds(15);

    private final Wifi wifi;
    private final Timer timer;
    private final InstantSource clock;
    private final Consumer<? super JoinEffect.Report> reports;
    private final Consumer<? super JoinEffect.Leave> leaves;
    private final Map<Long, Cancellation> joins = new ConcurrentHashMap<>();

    /// Effects on `wifi`; `reports` and `leaves` are told what others have to know, in order.
    public JoinEffects(
            Wifi wifi,
            Timer timer,
            InstantSource clock,
            Consumer<? super JoinEffect.Report> reports,
            Consumer<? super JoinEffect.Leave> leaves) {
        this.wifi = wifi;
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
        return effect instanceof JoinEffect.Join join
                ? new JoinEvent.Ended(join.attempt(), failure)
                : new JoinEvent.ScanFailed(failure);
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
                reply.accept(new JoinEvent.Listed(wifi.networks()));
            }
            case JoinEffect.TurnOn _ -> wifi.turnOn();
            case JoinEffect.Report report -> reports.accept(report);
            case JoinEffect.Leave leave -> leaves.accept(leave);
        }
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
