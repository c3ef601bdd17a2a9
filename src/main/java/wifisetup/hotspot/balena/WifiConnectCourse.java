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
import wifisetup.network.Adapter;
import wifisetup.network.Connectivity;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Ssid;

/// Decides what follows from the signs of one session.
///
/// What the program prints moves the session on and never ends it. It ends when the program does, and by what
/// NetworkManager says then: exit code 0 comes after a join, after a time-out and after a signal alike, and also when
/// the internet was not reached.
final class WifiConnectCourse implements Machine<WifiConnectCourse.State, Sign, Act> {
    /// Until the access point is open: the program looks for networks for 10 s at most and waits 15 s for its access
    /// point, on a slow board.
    static final Duration OPENING = Duration.ofSeconds(60);

    /// From a closed access point until a join has ended and the access point is back: twice the search of 10 s, 15 s
    /// for NetworkManager, 20 s for the internet, and the access point.
    static final Duration JOIN = Duration.ofSeconds(90);

    /// How long the program may take to end when asked.
    static final Duration STOP = Duration.ofSeconds(5);

    /// And while it joins: it hears a signal only when that has ended.
    static final Duration STOP_DURING_JOIN = Duration.ofSeconds(30);

    /// How long processes that were killed may take to be gone; systemd waits for 30 s before it kills.
    static final Duration KILL = Duration.ofSeconds(35);

    /// How long NetworkManager may take, after the program has ended, to be on the network and to find the internet.
    static final Duration CONFIRMATION = Duration.ofSeconds(10);

    /// How a session stands.
    ///
    /// @param status what NetworkManager said last
    /// @param wiredBefore whether a wired link was there at the beginning, as soon as that is known
    /// @param last the join that failed last
    /// @param complaint the program's own words about its end
    /// @param round the number of the time that runs
    record State(
            Phase phase,
            NetworkStatus status,
            Optional<Boolean> wiredBefore,
            Optional<FailedJoin> last,
            String complaint,
            long round) {
        private State at(Phase next) {
            return new State(next, status, wiredBefore, last, complaint, round);
        }

        private State knowing(NetworkStatus news) {
            var before = news.equals(NetworkStatus.UNKNOWN) || wiredBefore.isPresent()
                    ? wiredBefore
                    : Optional.of(news.wired());
            return new State(phase, news, before, last, complaint, round);
        }

        private State failed(FailedJoin join) {
            return new State(new Phase.Closed(), status, wiredBefore, Optional.of(join), complaint, round);
        }

        private State complaining(String more) {
            String all = complaint.isEmpty() ? more : complaint + "; " + more;
            String kept = all.length() <= Hint.LONGEST_TEXT ? all : all.substring(0, Hint.LONGEST_TEXT);
            return new State(phase, status, wiredBefore, last, kept, round);
        }

        private State nextRound() {
            return new State(phase, status, wiredBefore, last, complaint, round + 1);
        }

        private boolean isWiredAnew() {
            return status.wired() && wiredBefore.equals(Optional.of(false));
        }

        private Optional<Link.Up> link() {
            return status.link() instanceof Link.Up up ? Optional.of(up) : Optional.empty();
        }

        private Optional<Link.Up> linkTo(Ssid ssid) {
            return link().filter(up -> up.ssid().equals(ssid));
        }
    }

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
    Step<State, Act> begin() {
        var state = new State(new Phase.Preparing(), NetworkStatus.UNKNOWN, Optional.empty(), Optional.empty(), "", 0);
        return allow(state, OPENING, new Act.Tell(new HotspotState.Preparing()));
    }

    @Override
    public Step<State, Act> next(State state, Sign sign) {
        if (state.phase instanceof Phase.Over) {
            return Step.to(state);
        }
        return switch (sign) {
            case Sign.Said(var hint) -> said(state, hint);
            case Sign.Exited(int code) -> exited(state, code);
            case Sign.Lost(var failure) -> end(state, new HotspotEnd.Failed(failure), joining(state));
            case Sign.Status(var status) -> status(state.knowing(status));
            case Sign.Looked(var connectivity) -> status(state.knowing(with(state.status, connectivity)));
            case Sign.TimeUp(long round) -> round == state.round ? timeUp(state) : Step.to(state);
            case Sign.Cancel _ -> cancelled(state);
        };
    }

    private Step<State, Act> said(State state, Hint hint) {
        return switch (hint) {
            case Hint.Opened _ ->
                switch (state.phase) {
                    case Phase.Preparing _, Phase.Closed _, Phase.Joining _ -> open(state, Visit.NONE);
                    case Phase.Open _, Phase.Stopping _, Phase.Confirming _, Phase.Over _ -> Step.to(state);
                };
            case Hint.PhoneOnPage _ ->
                state.phase instanceof Phase.Open(var visit) && visit != Visit.CHOOSING
                        ? open(state, Visit.CHOOSING)
                        : Step.to(state);
            case Hint.Closed _ ->
                state.phase instanceof Phase.Open ? allow(state.at(new Phase.Closed()), JOIN) : Step.to(state);
            case Hint.Joining(var ssid) ->
                state.phase instanceof Phase.Open || state.phase instanceof Phase.Closed
                        ? reach(state, ssid, JoinStage.PREPARING, JOIN)
                        : Step.to(state);
            case Hint.Activated _ -> furtherTo(state, JoinStage.CHECKING_INTERNET);
            case Hint.NotActivated(var word) ->
                state.phase instanceof Phase.Joining(var ssid, var _)
                        ? refused(state, why(ssid, word))
                        : Step.to(state);
            case Hint.Refused(var detail) ->
                state.phase instanceof Phase.Joining ? refused(state, refusal(detail)) : Step.to(state);
            case Hint.Complaint(var text) -> Step.to(state.complaining(text));
            case Hint.AtWork _ -> Step.to(state);
        };
    }

    private Step<State, Act> open(State state, Visit visit) {
        var opened = new HotspotState.Open(page, visit, state.last);
        // No time runs while it is open: people are slow.
        return Step.to(state.at(new Phase.Open(visit)).nextRound(), new Act.Tell(opened));
    }

    private static Step<State, Act> refused(State state, Failure failure) {
        var ssid = joining(state).orElseThrow();
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

    private static Step<State, Act> furtherTo(State state, JoinStage stage) {
        return state.phase instanceof Phase.Joining(var ssid, var now) && stage.compareTo(now) > 0
                ? Step.to(
                        state.at(new Phase.Joining(ssid, stage)),
                        new Act.Tell(new HotspotState.Connecting(ssid, stage)))
                : Step.to(state);
    }

    private static Step<State, Act> reach(State state, Ssid ssid, JoinStage stage, Duration time) {
        return allow(
                state.at(new Phase.Joining(ssid, stage)), time, new Act.Tell(new HotspotState.Connecting(ssid, stage)));
    }

    private Step<State, Act> status(State state) {
        return switch (state.phase) {
            case Phase.Preparing _, Phase.Open _, Phase.Closed _ ->
                state.isWiredAnew() ? stop(state, new HotspotEnd.Wired()) : Step.to(state);
            case Phase.Joining(var ssid, var _) ->
                state.isWiredAnew() ? stop(state, new HotspotEnd.Wired()) : linked(state, ssid);
            case Phase.Confirming(var ssid) -> confirmed(state, ssid);
            case Phase.Stopping _, Phase.Over _ -> Step.to(state);
        };
    }

    private static Step<State, Act> linked(State state, Ssid ssid) {
        return switch (state.status.link()) {
            case Link.Joining joining when joining.ssid().equals(ssid) -> furtherTo(state, JoinStage.AUTHENTICATING);
            case Link.Up up when up.ssid().equals(ssid) -> furtherTo(state, JoinStage.CHECKING_INTERNET);
            case Link.Joining _, Link.Up _, Link.Down _ -> Step.to(state);
        };
    }

    /// A network without the internet counts when NetworkManager had the time to find it.
    private static Step<State, Act> confirmed(State state, Ssid ssid) {
        return switch (state.status.connectivity()) {
            case FULL, PORTAL ->
                state.linkTo(ssid).map(up -> connected(state, up)).orElseGet(() -> Step.to(state));
            case UNKNOWN, NONE, LIMITED -> Step.to(state);
        };
    }

    private Step<State, Act> exited(State state, int code) {
        return switch (state.phase) {
            case Phase.Stopping(var end, var joining, var _) ->
                // The join that could not be interrupted has worked.
                joining.flatMap(state::linkTo)
                        .filter(_ -> code == 0)
                        .map(up -> connected(state, up))
                        .orElseGet(() -> end(state, end, joining));
            case Phase.Joining(var ssid, var _) when code == 0 -> confirm(state, ssid);
            case Phase.Preparing _, Phase.Open _, Phase.Closed _
            when code == 0 -> end(state, timesOut ? new HotspotEnd.TimedOut() : endedByOthers(), Optional.empty());
            case Phase.Preparing _, Phase.Open _, Phase.Closed _, Phase.Joining _, Phase.Confirming _, Phase.Over _ ->
                end(state, new HotspotEnd.Failed(Verdicts.of(code, state.complaint, adapter(state))), joining(state));
        };
    }

    private static Step<State, Act> confirm(State state, Ssid ssid) {
        var now = confirmed(state, ssid);
        return now.effects().isEmpty()
                ? allow(state.at(new Phase.Confirming(ssid)), CONFIRMATION, new Act.LookForInternet())
                : now;
    }

    private static HotspotEnd endedByOthers() {
        return new HotspotEnd.Failed(new Failure.Other("wifi-connect: somebody else ended it (exit code 0)"));
    }

    private static Adapter adapter(State state) {
        return state.status.adapter();
    }

    private static Step<State, Act> timeUp(State state) {
        return switch (state.phase) {
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
    private static Step<State, Act> unconfirmed(State state, Ssid ssid) {
        return state.link()
                .map(up -> connected(state, up))
                .orElseGet(() -> end(
                        state,
                        new HotspotEnd.Failed(
                                new Failure.Other("wifi-connect ended, and NetworkManager is on no network")),
                        Optional.of(ssid)));
    }

    private static Step<State, Act> cancelled(State state) {
        return state.phase instanceof Phase.Confirming(var ssid)
                ? state.linkTo(ssid)
                        .map(up -> connected(state, up))
                        .orElseGet(() -> end(state, new HotspotEnd.Cancelled(), Optional.of(ssid)))
                : stop(state, new HotspotEnd.Cancelled());
    }

    private static Step<State, Act> stop(State state, HotspotEnd end) {
        return switch (state.phase) {
            case Phase.Preparing _, Phase.Open _ -> stop(state, end, STOP);
            case Phase.Closed _, Phase.Joining _ -> stop(state, end, STOP_DURING_JOIN);
            case Phase.Stopping _, Phase.Confirming _, Phase.Over _ -> Step.to(state);
        };
    }

    private static Step<State, Act> stop(State state, HotspotEnd end, Duration time) {
        return allow(state.at(new Phase.Stopping(end, joining(state), false)), time, new Act.Interrupt());
    }

    private static Step<State, Act> connected(State state, Link.Up up) {
        return end(state, new HotspotEnd.Connected(new Joined(up, state.status.connectivity())), Optional.empty());
    }

    private static Step<State, Act> end(State state, HotspotEnd end, Optional<Ssid> halfJoined) {
        return Step.to(state.at(new Phase.Over()).nextRound(), new Act.End(end, halfJoined));
    }

    private static Step<State, Act> allow(State state, Duration time, Act... before) {
        var next = state.nextRound();
        return Step.<State, Act>to(next, before).and(List.of(new Act.Allow(time, next.round)));
    }

    private static Optional<Ssid> joining(State state) {
        return switch (state.phase) {
            case Phase.Joining(var ssid, var _) -> Optional.of(ssid);
            case Phase.Stopping(var _, var ssid, var _) -> ssid;
            case Phase.Confirming(var ssid) -> Optional.of(ssid);
            case Phase.Preparing _, Phase.Open _, Phase.Closed _, Phase.Over _ -> Optional.empty();
        };
    }

    private static NetworkStatus with(NetworkStatus status, Connectivity connectivity) {
        return new NetworkStatus(status.adapter(), status.link(), status.wire(), connectivity, status.savedNetworks());
    }
}
