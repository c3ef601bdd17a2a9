package wifisetup.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wifisetup.platform.ConnectionEffect.End;
import wifisetup.platform.ConnectionEffect.Open;
import wifisetup.platform.ConnectionEffect.RetryLater;
import wifisetup.platform.ConnectionEffect.TellClosed;
import wifisetup.platform.ConnectionEffect.TellConnected;
import wifisetup.platform.ConnectionEffect.TellDisconnected;

class ConnectionMachineTest {
    private static final ConnectionFailure GONE = new ConnectionFailure.Unreachable("nobody");
    private static final ConnectionFailure REFUSED = new ConnectionFailure.WrongCredentials("401");

    private final ConnectionMachine machine = new ConnectionMachine(Limits.DEFAULT);
    private Connection now = Connection.INITIAL;
    private List<ConnectionEffect> effects = new ArrayList<>();

    @Test
    void itConnectsWhenItStarts() {
        when(new ConnectionEvent.Start());

        assertThat(effects).containsExactly(new Open(1));
        assertThat(now.shown()).isEqualTo(new ConnectionState.Connecting(1, Stage.CONNECTING));
    }

    @Test
    void theStagesOfTheAttemptAreShown() {
        when(new ConnectionEvent.Start(), new ConnectionEvent.Reached(1, Stage.SYNCHRONISING));

        assertThat(now.shown()).isEqualTo(new ConnectionState.Connecting(1, Stage.SYNCHRONISING));
    }

    @Test
    void theProgramIsToldOfEachConnectionAndItsEnd() {
        when(new ConnectionEvent.Start(), new ConnectionEvent.Opened(1, "gid"));
        assertThat(effects).containsExactly(new TellConnected());
        assertThat(now.shown()).isEqualTo(new ConnectionState.Connected("gid"));

        when(new ConnectionEvent.Ended(1, GONE, 0));
        assertThat(effects).containsExactly(new TellDisconnected(), new RetryLater(1, Duration.ofSeconds(15)));
        assertThat(now.shown()).isEqualTo(new ConnectionState.Waiting(0, GONE, Duration.ofSeconds(15)));
    }

    @Test
    void theProgramIsNotToldOfFailedAttempts() {
        when(new ConnectionEvent.Start(), new ConnectionEvent.Ended(1, GONE, 0));

        assertThat(effects).containsExactly(new RetryLater(1, Duration.ofSeconds(15)));
    }

    @Test
    void thePauseGrowsWithEachFailureUpToTheTwentieth() {
        when(new ConnectionEvent.Start());

        var pauses = IntStream.rangeClosed(1, 25)
                .mapToObj(_ -> failAndRetry(GONE, 0).toSeconds())
                .toList();

        assertThat(pauses).startsWith(15L, 30L, 45L).endsWith(300L, 300L).isSorted();
        assertThat(pauses.get(18)).isEqualTo(285);
        assertThat(pauses.get(19)).isEqualTo(300);
    }

    @Test
    void chanceShortensThePauseByAQuarterAtMost() {
        when(new ConnectionEvent.Start());

        assertThat(failAndRetry(GONE, 1)).isEqualTo(Duration.ofMillis(11_250));
    }

    @Test
    void wrongCredentialsAreTriedMoreAndMoreSeldomDownToOnceAnHour() {
        when(new ConnectionEvent.Start());

        var pauses = IntStream.rangeClosed(1, 12)
                .mapToObj(_ -> failAndRetry(REFUSED, 0).toSeconds())
                .toList();

        assertThat(pauses).containsExactly(15L, 30L, 60L, 120L, 240L, 480L, 960L, 1920L, 3600L, 3600L, 3600L, 3600L);
        assertThat(now.failed()).isEqualTo(12);
    }

    @Test
    void aConnectionBeginsThePausesAnew() {
        when(new ConnectionEvent.Start());
        failAndRetry(REFUSED, 0);
        failAndRetry(GONE, 0);
        when(new ConnectionEvent.Opened(now.attempt(), "gid"));

        assertThat(failAndRetry(GONE, 0)).isEqualTo(Duration.ofSeconds(15));
        assertThat(failAndRetry(GONE, 0)).isEqualTo(Duration.ofSeconds(15));
        assertThat(failAndRetry(GONE, 0)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whatAnEarlierAttemptSaysIsDropped() {
        when(new ConnectionEvent.Start());
        failAndRetry(GONE, 0);
        var before = now;

        when(
                new ConnectionEvent.Ended(1, GONE, 0),
                new ConnectionEvent.Reached(1, Stage.SYNCHRONISING),
                new ConnectionEvent.RetryDue(1));

        assertThat(now).isEqualTo(before);
        assertThat(effects).isEmpty();
    }

    @Test
    void aSessionThatOpensTooLateIsEnded() {
        when(new ConnectionEvent.Start(), new ConnectionEvent.Ended(1, GONE, 0), new ConnectionEvent.Opened(1, "gid"));

        assertThat(effects).containsExactly(new End(1));
        assertThat(now.shown()).isInstanceOf(ConnectionState.Waiting.class);
    }

    @Test
    void hopeEndsAPauseAndNothingElse() {
        when(new ConnectionEvent.Start(), new ConnectionEvent.RetryNow());
        assertThat(effects).isEmpty();

        when(new ConnectionEvent.Ended(1, GONE, 0));
        when(new ConnectionEvent.RetryNow());
        assertThat(effects).containsExactly(new Open(2));

        when(new ConnectionEvent.RetryDue(1));
        assertThat(effects).isEmpty();
    }

    @Test
    void hopeChangesNothingWhileCredentialsAreRefused() {
        when(new ConnectionEvent.Start(), new ConnectionEvent.Ended(1, REFUSED, 0), new ConnectionEvent.RetryNow());
        assertThat(effects).isEmpty();
        assertThat(now.shown()).isEqualTo(new ConnectionState.Waiting(1, REFUSED, Duration.ofSeconds(15)));

        when(new ConnectionEvent.RetryDue(1));
        assertThat(effects).containsExactly(new Open(2));
    }

    @Test
    void closingEndsTheSessionAndTellsTheProgramOnce() {
        when(new ConnectionEvent.Start(), new ConnectionEvent.Opened(1, "gid"), new ConnectionEvent.Close());
        assertThat(effects).containsExactly(new End(1), new TellDisconnected(), new TellClosed());

        when(new ConnectionEvent.Close(), new ConnectionEvent.Ended(1, GONE, 0), new ConnectionEvent.RetryNow());
        assertThat(effects).isEmpty();
        assertThat(now.shown()).isEqualTo(new ConnectionState.Closed());
    }

    private Duration failAndRetry(ConnectionFailure why, double spread) {
        when(new ConnectionEvent.Ended(now.attempt(), why, spread));
        var pause = ((ConnectionState.Waiting) now.shown()).pause();
        assertThat(effects).contains(new RetryLater(now.attempt(), pause));
        when(new ConnectionEvent.RetryDue(now.attempt()));
        return pause;
    }

    /// What the last of these events leads to.
    private void when(ConnectionEvent... events) {
        for (var event : events) {
            var step = machine.next(now, event);
            now = step.state();
            effects = step.effects();
        }
    }
}
