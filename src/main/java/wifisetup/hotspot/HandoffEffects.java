package wifisetup.hotspot;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import wifisetup.loop.Cancellation;
import wifisetup.loop.Effects;
import wifisetup.loop.Timer;
import wifisetup.network.Failure;

/// Does with a [Hotspot] what the hand-off wants done.
public final class HandoffEffects implements Effects<HandoffEffect, HandoffEvent> {
    private static final System.Logger LOG = System.getLogger(HandoffEffects.class.getName());

    private final Hotspot hotspot;
    private final Timer timer;
    private final HandoffReports reports;
    private final Consumer<? super Departure> leaves;
    private final Map<Long, Cancellation> sessions = new ConcurrentHashMap<>();
    private final Semaphore turn = new Semaphore(1, true);

    /// Effects on `hotspot`; `reports` and `leaves` are told what others have to know, in order.
    public HandoffEffects(Hotspot hotspot, Timer timer, HandoffReports reports, Consumer<? super Departure> leaves) {
        this.hotspot = hotspot;
        this.timer = timer;
        this.reports = reports;
        this.leaves = leaves;
    }

    /// What the machine is told when an effect throws.
    public static HandoffEvent failed(HandoffEffect effect, Throwable thrown) {
        if (!(thrown instanceof InterruptedException)) {
            LOG.log(Level.ERROR, "not done: " + effect.getClass().getSimpleName(), thrown);
        }
        // The name alone of what nobody foresaw: its text is for the log, not for a screen or the bus.
        return effect instanceof HandoffEffect.Run run
                ? new HandoffEvent.Ended(
                        run.session(),
                        new HotspotEnd.Failed(
                                new Failure.Other(thrown.getClass().getSimpleName())))
                : new HandoffEvent.RetryDue(-1);
    }

    @Override
    public void perform(HandoffEffect effect, Consumer<? super HandoffEvent> reply) throws InterruptedException {
        switch (effect) {
            case HandoffEffect.Run(long session, var request) -> run(session, request, reply);
            case HandoffEffect.Cancel(long session) -> cancellation(session).cancel();
            case HandoffEffect.RetryLater(long session, var delay) ->
                timer.after(delay, () -> reply.accept(new HandoffEvent.RetryDue(session)));
            case HandoffEffect.Tell(var place) -> reports.tell(place);
            case HandoffEffect.Say(var speech) -> reports.say(speech);
            case HandoffEffect.Leave(var departure) -> leaves.accept(departure);
        }
    }

    /// Waits until no session runs, after the loop has ended and so interrupted it.
    ///
    /// @return whether that came within `limit`
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        boolean over = turn.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (over) {
            turn.release();
        }
        return over;
    }

    /// A session waits for the end of the one before: there is one radio.
    private void run(long session, HotspotRequest request, Consumer<? super HandoffEvent> reply)
            throws InterruptedException {
        var cancellation = cancellation(session);
        turn.acquire();
        try {
            var end = cancellation.isCancelled()
                    ? new HotspotEnd.Cancelled()
                    : hotspot.run(
                            request, cancellation, state -> reply.accept(new HandoffEvent.Reached(session, state)));
            reply.accept(new HandoffEvent.Ended(session, end));
        } finally {
            turn.release();
            sessions.remove(session);
        }
    }

    /// Whichever comes first, the session or its end, makes it.
    private Cancellation cancellation(long session) {
        return sessions.computeIfAbsent(session, _ -> new Cancellation());
    }
}
