package wifisetup.hotspot.balena;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotState;
import wifisetup.hotspot.HotspotState.FailedJoin;
import wifisetup.hotspot.HotspotState.Visit;
import wifisetup.loop.Machine;
import wifisetup.loop.Step;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Ssid;

/// Decides what follows from the signs of one session.
///
/// What the program prints moves the session on and never ends it. It ends when the program does, and by what
/// NetworkManager says then: exit code 0 comes after a join, after a time-out and after a signal alike, and also
/// when the internet was not reached.
final class WifiConnectCourse implements Machine<SessionState, Sign, Act> {
    /// Until the access point is open: the program looks for networks for 10 s at most and waits 15 s for its
    /// access point, on a slow board.
    static final Duration OPENING = Duration.ofSeconds(60);

    /// From a closed access point until a join has ended and the access point is back: twice the search of 10 s,
    /// 15 s for NetworkManager, 20 s for the internet, and the access point.
    static final Duration JOIN = Duration.ofSeconds(90);

    /// How long the program may take to end when asked.
    static final Duration STOP = Duration.ofSeconds(5);

    /// And while it joins: it hears a signal only when that has ended.
    static final Duration STOP_DURING_JOIN = Duration.ofSeconds(30);

    /// How long processes that were killed may take to be gone; systemd waits for 30 s before it kills.
    static final Duration KILL = Duration.ofSeconds(35);

    /// How long NetworkManager may take, after the program has ended, to be on the network and to find the
    /// internet.
    static final Duration CONFIRMATION = Duration.ofSeconds(10);

    private final URI page;
    private final boolean timesOut;
    private final Set<Ssid> withoutPassword;

    /// The course of a session.
    ///
    /// @param page where the program serves its page
    /// @param timesOut whether the program ends by itself when nobody comes
    /// @param withoutPassword the networks in the air that admit everybody
    WifiConnectCourse(URI page, boolean timesOut, Set<Ssid> withoutPassword) {
        this.page = page;
        this.timesOut = timesOut;
        this.withoutPassword = Set.copyOf(withoutPassword);
    }

    /// The program is being started.
    Step<SessionState, Act> begin() {
        var state = new SessionState(
                new Phase.Preparing(), NetworkStatus.UNKNOWN, Optional.empty(), Optional.empty(), "", 0);
        return allow(state, OPENING, new Act.Tell(new HotspotState.Preparing()));
    }

    @Override
    public Step<SessionState, Act> next(SessionState state, Sign sign) {
        if (state.phase() instanceof Phase.Over) {
            return Step.to(state);
        }
        return switch (sign) {
            case Sign.Said(var hint) -> said(state, hint);
            case Sign.Exited(int code) -> exited(state, code);
            case Sign.Lost(var failure) -> end(state, new HotspotEnd.Failed(failure), state.joining());
            case Sign.Status(var status) -> status(state.knowing(status));
            case Sign.Looked(var connectivity) -> status(state.knowing(connectivity));
            case Sign.TimeUp(long round) -> round == state.round() ? timeUp(state) : Step.to(state);
            case Sign.Cancel _ -> cancelled(state);
        };
    }

    private Step<SessionState, Act> said(SessionState state, Hint hint) {
        return switch (hint) {
            case Hint.Opened _ ->
                switch (state.phase()) {
                    case Phase.Preparing _, Phase.Closed _, Phase.Joining _ -> open(state, Visit.NONE);
                    case Phase.Open _, Phase.Stopping _, Phase.Confirming _, Phase.Over _ -> Step.to(state);
                };
            case Hint.PhoneOnPage _ ->
                state.phase() instanceof Phase.Open(var visit) && visit != Visit.CHOOSING
                        ? open(state, Visit.CHOOSING)
                        : Step.to(state);
            case Hint.Closed _ ->
                state.phase() instanceof Phase.Open ? allow(state.at(new Phase.Closed()), JOIN) : Step.to(state);
            case Hint.Joining(var ssid) ->
                state.phase() instanceof Phase.Open || state.phase() instanceof Phase.Closed
                        ? reach(state, ssid, JoinStage.PREPARING, JOIN)
                        : Step.to(state);
            case Hint.Activated _ -> furtherTo(state, JoinStage.CHECKING_INTERNET);
            case Hint.NotActivated(var word) ->
                state.phase() instanceof Phase.Joining(var ssid, var _)
                        ? refused(state, why(ssid, word))
                        : Step.to(state);
            case Hint.Refused(var detail) ->
                state.phase() instanceof Phase.Joining ? refused(state, refusal(detail)) : Step.to(state);
            case Hint.Complaint(var text) -> Step.to(state.complaining(text));
            case Hint.AtWork _ -> Step.to(state);
        };
    }

    private Step<SessionState, Act> open(SessionState state, Visit visit) {
        var opened = new HotspotState.Open(page, visit, state.last());
        return Step.to(state.at(new Phase.Open(visit)).nextRound(), new Act.TakeTime(), new Act.Tell(opened));
    }

    private static Step<SessionState, Act> refused(SessionState state, Failure failure) {
        var ssid = state.joining().orElseThrow();
        return allow(state.failed(new FailedJoin(ssid, failure)), JOIN, new Act.PutBack());
    }

    /// The program looks after 15 s. A network that is not there takes NetworkManager longer than that, as does a
    /// missing address: what has failed by then is the password, where there is one.
    private Failure why(Ssid ssid, String state) {
        if (!state.equals("Deactivated")) {
            return new Failure.TimedOut();
        }
        return withoutPassword.contains(ssid)
                ? new Failure.Other("NetworkManager gave up the join")
                : new Failure.WrongPassword();
    }

    /// The program refuses passwords that are too short, too long or not ASCII.
    private static Failure refusal(String detail) {
        return detail.contains("Password") || detail.contains("password")
                ? new Failure.WrongPassword()
                : new Failure.Other(detail);
    }

    private static Step<SessionState, Act> furtherTo(SessionState state, JoinStage stage) {
        return state.phase() instanceof Phase.Joining(var ssid, var now) && stage.compareTo(now) > 0
                ? Step.to(
                        state.at(new Phase.Joining(ssid, stage)),
                        new Act.Tell(new HotspotState.Connecting(ssid, stage)))
                : Step.to(state);
    }

    private static Step<SessionState, Act> reach(SessionState state, Ssid ssid, JoinStage stage, Duration time) {
        return allow(
                state.at(new Phase.Joining(ssid, stage)), time, new Act.Tell(new HotspotState.Connecting(ssid, stage)));
    }

    private Step<SessionState, Act> status(SessionState state) {
        return switch (state.phase()) {
            case Phase.Preparing _, Phase.Open _, Phase.Closed _ ->
                state.isWiredAnew() ? stop(state, new HotspotEnd.Wired()) : Step.to(state);
            case Phase.Joining(var ssid, var _) ->
                state.isWiredAnew() ? stop(state, new HotspotEnd.Wired()) : linked(state, ssid);
            case Phase.Confirming(var ssid) -> confirmed(state, ssid);
            case Phase.Stopping _, Phase.Over _ -> Step.to(state);
        };
    }

    private static Step<SessionState, Act> linked(SessionState state, Ssid ssid) {
        return switch (state.status().link()) {
            case Link.Joining joining when joining.ssid().equals(ssid) -> furtherTo(state, JoinStage.AUTHENTICATING);
            case Link.Up up when up.ssid().equals(ssid) -> furtherTo(state, JoinStage.CHECKING_INTERNET);
            case Link.Joining _, Link.Up _, Link.Down _ -> Step.to(state);
        };
    }

    /// A network without the internet counts when NetworkManager had the time to find it.
    private static Step<SessionState, Act> confirmed(SessionState state, Ssid ssid) {
        return switch (state.status().connectivity()) {
            case FULL, PORTAL ->
                state.linkTo(ssid).map(up -> connected(state, up)).orElseGet(() -> Step.to(state));
            case UNKNOWN, NONE, LIMITED -> Step.to(state);
        };
    }

    /// A join that has worked counts, whatever became of the program.
    private Step<SessionState, Act> exited(SessionState state, int code) {
        return switch (state.phase()) {
            case Phase.Stopping stopping ->
                stopping.joining()
                        .flatMap(state::linkTo)
                        .map(up -> connected(state, up))
                        .orElseGet(() -> end(state, stopping.end(), stopping.joining()));
            case Phase.Joining joining ->
                code == 0 || state.linkTo(joining.ssid()).isPresent()
                        ? confirm(state, joining.ssid())
                        : broken(state, code);
            case Phase.Preparing _, Phase.Open _, Phase.Closed _ ->
                code == 0
                        ? end(state, timesOut ? new HotspotEnd.TimedOut() : endedByOthers(), Optional.empty())
                        : broken(state, code);
            case Phase.Confirming _, Phase.Over _ -> Step.to(state);
        };
    }

    private static Step<SessionState, Act> broken(SessionState state, int code) {
        var failure = Verdicts.of(code, state.complaint(), state.status().adapter());
        return end(state, new HotspotEnd.Failed(failure), state.joining());
    }

    private static Step<SessionState, Act> confirm(SessionState state, Ssid ssid) {
        var now = confirmed(state, ssid);
        return now.effects().isEmpty()
                ? allow(state.at(new Phase.Confirming(ssid)), CONFIRMATION, new Act.LookForInternet())
                : now;
    }

    private static HotspotEnd endedByOthers() {
        return new HotspotEnd.Failed(new Failure.Other("wifi-connect: somebody else ended it (exit code 0)"));
    }

    private static Step<SessionState, Act> timeUp(SessionState state) {
        return switch (state.phase()) {
            case Phase.Preparing _, Phase.Closed _, Phase.Joining _ ->
                stop(state, new HotspotEnd.Failed(new Failure.TimedOut()));
            case Phase.Stopping(var end, var joining, boolean killed) ->
                killed
                        ? end(state, new HotspotEnd.Failed(new Failure.Other("wifi-connect does not end")), joining)
                        : allow(state.at(new Phase.Stopping(end, joining, true)), KILL, new Act.Kill());
            case Phase.Confirming(var ssid) -> unconfirmed(state, ssid);
            case Phase.Open _, Phase.Over _ -> Step.to(state);
        };
    }

    /// Whatever network the device is on by now, it is on one.
    private static Step<SessionState, Act> unconfirmed(SessionState state, Ssid ssid) {
        return state.link()
                .map(up -> connected(state, up))
                .orElseGet(() -> end(
                        state,
                        new HotspotEnd.Failed(
                                new Failure.Other("wifi-connect ended, and NetworkManager is on no network")),
                        Optional.of(ssid)));
    }

    private static Step<SessionState, Act> cancelled(SessionState state) {
        return state.phase() instanceof Phase.Confirming(var ssid)
                ? state.linkTo(ssid)
                        .map(up -> connected(state, up))
                        .orElseGet(() -> end(state, new HotspotEnd.Cancelled(), Optional.of(ssid)))
                : stop(state, new HotspotEnd.Cancelled());
    }

    private static Step<SessionState, Act> stop(SessionState state, HotspotEnd end) {
        return switch (state.phase()) {
            case Phase.Preparing _, Phase.Open _ -> stop(state, end, STOP);
            case Phase.Closed _, Phase.Joining _ -> stop(state, end, STOP_DURING_JOIN);
            case Phase.Stopping _, Phase.Confirming _, Phase.Over _ -> Step.to(state);
        };
    }

    private static Step<SessionState, Act> stop(SessionState state, HotspotEnd end, Duration time) {
        return allow(state.at(new Phase.Stopping(end, state.joining(), false)), time, new Act.Interrupt());
    }

    private static Step<SessionState, Act> connected(SessionState state, Link.Up up) {
        return end(state, new HotspotEnd.Connected(new Joined(up, state.status().connectivity())), Optional.empty());
    }

    private static Step<SessionState, Act> end(SessionState state, HotspotEnd end, Optional<Ssid> halfJoined) {
        return Step.to(state.at(new Phase.Over()).nextRound(), new Act.End(end, halfJoined));
    }

    private static Step<SessionState, Act> allow(SessionState state, Duration time, Act... before) {
        var next = state.nextRound();
        return Step.<SessionState, Act>to(next, before).and(List.of(new Act.Allow(time, next.round())));
    }
}
