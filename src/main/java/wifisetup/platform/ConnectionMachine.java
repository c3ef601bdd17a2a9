package wifisetup.platform;

import java.time.Duration;
import wifisetup.loop.Machine;
import wifisetup.loop.Step;

/// When a client connects, how long it waits after a failure, and what it tells the program.
final class ConnectionMachine implements Machine<Connection, ConnectionEvent, ConnectionEffect> {
    private final Limits limits;

    /// A machine that waits as `limits` say.
    ConnectionMachine(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Step<Connection, ConnectionEffect> next(Connection now, ConnectionEvent event) {
        return switch (event) {
            case ConnectionEvent.Start _ -> now.attempt() == 0 ? open(now) : Step.to(now);
            case ConnectionEvent.Reached(long attempt, var stage) ->
                attempt == now.attempt() && now.shown() instanceof ConnectionState.Connecting connecting
                        ? Step.to(now.at(new ConnectionState.Connecting(connecting.attempt(), stage)))
                        : Step.to(now);
            case ConnectionEvent.Opened(long attempt, var gateway) ->
                attempt == now.attempt() && now.shown() instanceof ConnectionState.Connecting
                        ? Step.to(now.connected(gateway), new ConnectionEffect.TellConnected())
                        // It broke as it opened, or the client was closed meanwhile.
                        : Step.to(now, new ConnectionEffect.End(attempt));
            case ConnectionEvent.Ended(long attempt, var why, double spread) ->
                attempt == now.attempt() ? ended(now, why, spread) : Step.to(now);
            case ConnectionEvent.RetryDue(long attempt) -> attempt == now.attempt() ? retry(now) : Step.to(now);
            // Hope changes nothing for credentials that were refused, and an account may be locked for trying.
            case ConnectionEvent.RetryNow _ -> now.refused() > 0 ? Step.to(now) : retry(now);
            case ConnectionEvent.Close _ -> close(now);
        };
    }

    private static Step<Connection, ConnectionEffect> open(Connection now) {
        var next = now.trying();
        return Step.to(next, new ConnectionEffect.Open(next.attempt()));
    }

    private static Step<Connection, ConnectionEffect> retry(Connection now) {
        return now.shown() instanceof ConnectionState.Waiting ? open(now) : Step.to(now);
    }

    private Step<Connection, ConnectionEffect> ended(Connection now, ConnectionFailure why, double spread) {
        return switch (now.shown()) {
            case ConnectionState.Connecting _ ->
                pause(now.failed(why instanceof ConnectionFailure.WrongCredentials), why, spread);
            case ConnectionState.Connected _ -> {
                var step = pause(now, why, spread);
                yield Step.<Connection, ConnectionEffect>to(step.state(), new ConnectionEffect.TellDisconnected())
                        .and(step.effects());
            }
            case ConnectionState.Waiting _, ConnectionState.Closed _ -> Step.to(now);
        };
    }

    private Step<Connection, ConnectionEffect> pause(Connection now, ConnectionFailure why, double spread) {
        var whole = now.refused() > 0 ? afterRefusal(now.refused()) : afterFailure(now.failed());
        var pause = Duration.ofMillis((long) (whole.toMillis() * (1 - limits.jitter() * spread)));
        return Step.to(
                now.at(new ConnectionState.Waiting(now.failed(), why, pause)),
                new ConnectionEffect.RetryLater(now.attempt(), pause));
    }

    private Duration afterFailure(int failed) {
        return limits.retry().multipliedBy(Math.clamp(failed, 1, limits.mostRetries()));
    }

    /// Somebody has to act: no hurry, and no account that a platform locks for too many attempts.
    private Duration afterRefusal(int refused) {
        var pause = limits.retry();
        for (int i = 1; i < refused && pause.compareTo(limits.longestRefusal()) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(limits.longestRefusal()) < 0 ? pause : limits.longestRefusal();
    }

    private static Step<Connection, ConnectionEffect> close(Connection now) {
        var closed = now.at(new ConnectionState.Closed());
        return switch (now.shown()) {
            case ConnectionState.Connected _ ->
                Step.to(
                        closed,
                        new ConnectionEffect.End(now.attempt()),
                        new ConnectionEffect.TellDisconnected(),
                        new ConnectionEffect.TellClosed());
            case ConnectionState.Connecting _, ConnectionState.Waiting _ ->
                Step.to(closed, new ConnectionEffect.TellClosed());
            case ConnectionState.Closed _ -> Step.to(now);
        };
    }
}
