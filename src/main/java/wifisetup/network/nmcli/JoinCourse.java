package wifisetup.network.nmcli;

import java.util.List;
import wifisetup.loop.Machine;
import wifisetup.loop.Step;
import wifisetup.network.Block;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Security;

/// Tells from the signs of a join how far it has come and why it failed.
///
/// The end of `nmcli connection up` is the verdict, with three exceptions, measured with nmcli 1.42. Offered a password
/// file, nmcli offers the wrong password again each time it is asked, until its own time is up: the second time that
/// the adapter wants one is the access point's refusal, since the first time is before the first attempt. A refused
/// WPA3 password is told as an absent network, after 25 s. And a NetworkManager that stops is not noticed at all.
final class JoinCourse implements Machine<JoinCourse.State, Sign, Act> {
    /// How a join stands.
    ///
    /// @param stage what was told last
    /// @param attempt which of the at most two
    /// @param asked how often in this attempt the adapter wanted a password
    /// @param over whether it has ended; later signs mean nothing
    record State(JoinStage stage, int attempt, int asked, boolean over) {
        /// Before the first sign.
        static final State INITIAL = new State(JoinStage.PREPARING, 1, 0, false);

        private State at(JoinStage next) {
            return new State(next, attempt, asked, over);
        }

        private State askedAgain() {
            return new State(stage, attempt, asked + 1, over);
        }

        private State nextAttempt() {
            return new State(JoinStage.TRYING_OLDER_SECURITY, attempt + 1, 0, over);
        }

        private State ended() {
            return new State(stage, attempt, asked, true);
        }
    }

    private static final int REFUSED = 2;

    private final Security security;
    private final boolean secretOffered;
    private final boolean olderSecurityLeft;

    /// The course of a join.
    ///
    /// @param secretOffered whether the attempt has a secret that somebody typed
    /// @param olderSecurityLeft whether it may begin once more, without WPA3
    JoinCourse(Security security, boolean secretOffered, boolean olderSecurityLeft) {
        this.security = security;
        this.secretOffered = secretOffered;
        this.olderSecurityLeft = olderSecurityLeft;
    }

    @Override
    public Step<State, Act> next(State state, Sign sign) {
        if (state.over) {
            return Step.to(state);
        }
        return switch (sign) {
            case Sign.Device(var word) -> device(state, word);
            case Sign.Ended(int attempt, var answer) ->
                attempt == state.attempt ? ended(state, answer) : Step.to(state);
            case Sign.Looked(var inTheAir, var last) -> looked(state, inTheAir, last);
            case Sign.ServiceGone _ ->
                undo(state, new Failure.BackendUnavailable("NetworkManager stopped during the join"));
            case Sign.TimeUp(var limit) -> timeUp(state, limit);
            case Sign.Cancel _ -> undo(state, new Failure.Cancelled());
        };
    }

    /// By nmcli's words (`nmc_device_state_to_string`).
    private Step<State, Act> device(State state, String word) {
        return switch (word) {
            case "connecting (configuring)" ->
                security.isOpen() ? Step.to(state) : reach(state, JoinStage.AUTHENTICATING);
            // Once it was taken, a lost link makes the adapter want it again: that is no refusal (measured).
            case "connecting (need authentication)" ->
                state.stage.compareTo(JoinStage.GETTING_ADDRESS) < 0 ? asked(state.askedAgain()) : Step.to(state);
            case "connecting (getting IP configuration)" -> {
                var step = reach(state, JoinStage.GETTING_ADDRESS);
                yield step.effects().isEmpty() ? step : step.and(List.of(new Act.Allow(Limit.ADDRESS)));
            }
            case Radio.UNAVAILABLE -> undo(state, new Failure.RfKill(Block.SOFTWARE));
            case Radio.UNMANAGED, "device removed" -> undo(state, new Failure.NoAdapter());
            default -> Step.to(state);
        };
    }

    private static Step<State, Act> asked(State state) {
        return state.asked >= REFUSED ? undo(state, new Failure.WrongPassword()) : Step.to(state);
    }

    private Step<State, Act> ended(State state, Answer answer) {
        if (answer.isGood()) {
            // The monitor leaves out what was over at once.
            var there = reach(state, JoinStage.GETTING_ADDRESS);
            return Step.<State, Act>to(there.state().ended())
                    .and(there.effects())
                    .and(List.of(new Act.Keep()));
        }
        return switch (Verdicts.of(answer, Right.CONTROL)) {
            case Failure.OutOfRange _ -> Step.to(state, new Act.LookAround(true));
            case Failure.PasswordRequired _ when secretOffered -> undo(state, new Failure.WrongPassword());
            case Failure failure -> undo(state, failure);
        };
    }

    private Step<State, Act> looked(State state, boolean inTheAir, boolean last) {
        if (!inTheAir) {
            return undo(state, new Failure.OutOfRange());
        }
        if (security == Security.WPA2_WPA3 && olderSecurityLeft && state.attempt == 1) {
            return Step.to(
                    state.nextAttempt(), new Act.Tell(JoinStage.TRYING_OLDER_SECURITY), new Act.TryOlderSecurity());
        }
        if (!last) {
            return Step.to(state);
        }
        boolean offersSae = security == Security.WPA3 || security == Security.WPA2_WPA3;
        return undo(state, offersSae ? new Failure.WrongPassword() : new Failure.OutOfRange());
    }

    private static Step<State, Act> timeUp(State state, Limit limit) {
        return switch (limit) {
            case ATTEMPT -> undo(state, new Failure.TimedOut());
            case SEARCH ->
                state.attempt == 1 && state.stage.compareTo(JoinStage.AUTHENTICATING) <= 0
                        ? Step.to(state, new Act.LookAround(false))
                        : Step.to(state);
            case ADDRESS -> undo(state, new Failure.NoAddress());
        };
    }

    private static Step<State, Act> undo(State state, Failure failure) {
        return Step.to(state.ended(), new Act.Undo(failure));
    }

    /// To a later stage, which is told; NetworkManager goes back and forth between its own.
    private static Step<State, Act> reach(State state, JoinStage stage) {
        return stage.compareTo(state.stage) > 0 ? Step.to(state.at(stage), new Act.Tell(stage)) : Step.to(state);
    }
}
