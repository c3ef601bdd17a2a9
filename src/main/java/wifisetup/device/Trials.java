package wifisetup.device;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wifisetup.device.NetworkTrial.Course;
import wifisetup.device.NetworkTrial.Reason;
import wifisetup.device.NetworkTrial.Running;
import wifisetup.loop.Step;
import wifisetup.network.Checkpoint;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;

/// Changes of the device's network by its managers, none of whom can lock himself out.
final class Trials {
    /// A manager who does not hear the answer to his confirmation asks again for a minute at most.
    private static final Duration SAID_AGAIN = Duration.ofMinutes(2);

    private final DeviceRules rules;

    Trials(DeviceRules rules) {
        this.rules = rules;
    }

    /// A manager asks for a change. The answer goes out before the network does.
    Step<DeviceState, DeviceEffect> begin(DeviceState state, DeviceEvent.Asked asked, Command.ChangeNetwork command) {
        if (state.trial() instanceof Running) {
            return Step.to(state, new DeviceEffect.Reply(asked.question(), new Answer.Failed()));
        }
        var next = forgetting(state.nextNumber());
        var trial = new Running(
                next.numbers(),
                command.change(),
                command.keeping(),
                asked.at().plus(rules.trialTime()),
                new Course.OnTheWay(JoinStage.PREPARING));
        return Step.to(
                next.with(trial),
                new DeviceEffect.Try(trial.number(), trial.change(), rules.trialTime(), asked.question()));
    }

    /// The radio could not go back.
    static Step<DeviceState, DeviceEffect> refused(DeviceState state, long number, long question) {
        var failed = new DeviceEffect.Reply(question, new Answer.Failed());
        return Step.to(isRunning(state, number) ? state.with(new NetworkTrial.None()) : state, failed);
    }

    /// The join goes on.
    static Step<DeviceState, DeviceEffect> advanced(DeviceState state, long number, JoinStage stage) {
        return state.trial() instanceof Running trial && trial.number() == number && !trial.reached()
                ? Step.to(state.with(trial.at(new Course.OnTheWay(stage))))
                : Step.to(state);
    }

    /// The device is on the network.
    static Step<DeviceState, DeviceEffect> reached(DeviceState state, long number) {
        if (!(state.trial() instanceof Running trial) || trial.number() != number) {
            return Step.to(state);
        }
        return switch (trial.keeping()) {
            case ON_ADDRESS -> stay(state, trial, List.of());
            case ON_RETURN -> Step.to(state.with(trial.at(new Course.There())));
        };
    }

    /// The network could not be joined.
    static Step<DeviceState, DeviceEffect> failed(DeviceState state, long number, Failure failure) {
        return state.trial() instanceof Running trial && trial.number() == number
                ? goBack(state, trial, new Reason.NotReached(failure))
                : Step.to(state);
    }

    /// The time is over.
    static Step<DeviceState, DeviceEffect> timedOut(DeviceState state, long number) {
        if (!(state.trial() instanceof Running trial) || trial.number() != number) {
            return Step.to(state);
        }
        return switch (trial.course()) {
            case Course.OnTheWay _ -> goBack(state, trial, new Reason.NotReached(new Failure.TimedOut()));
            case Course.There _ -> goBack(state, trial, new Reason.NotConfirmed());
            // Whoever keeps it says whether that came too late.
            case Course.Staying _ -> Step.to(state);
        };
    }

    /// A manager has returned, perhaps not for the first time.
    static Step<DeviceState, DeviceEffect> confirmed(DeviceState state, DeviceEvent.Asked asked) {
        long question = asked.question();
        if (!(state.trial() instanceof Running trial)) {
            boolean kept = state.underWay().kept().filter(asked.at()::isBefore).isPresent();
            return Step.to(state, new DeviceEffect.Reply(question, kept ? new Answer.Done() : new Answer.NotFound()));
        }
        return switch (trial.course()) {
            case Course.There _ ->
                stay(
                        state.with(state.underWay().kept(Optional.of(asked.at().plus(SAID_AGAIN)))),
                        trial,
                        List.of(question));
            case Course.Staying(var others) -> {
                var all = Stream.concat(others.stream(), Stream.of(question)).toList();
                yield Step.to(state.with(trial.at(new Course.Staying(all))));
            }
            // The way there is not done: the manager still speaks over the old network.
            case Course.OnTheWay _ -> Step.to(state, new DeviceEffect.Reply(question, new Answer.Failed()));
        };
    }

    /// It is clear whether the network is kept.
    static Step<DeviceState, DeviceEffect> stayed(DeviceState state, long number, Checkpoint.End end) {
        if (!(state.trial() instanceof Running trial)
                || trial.number() != number
                || !(trial.course() instanceof Course.Staying(var questions))) {
            return Step.to(state);
        }
        NetworkTrial next = switch (end) {
            case KEPT, REPLACED -> new NetworkTrial.None();
            case RETURNED -> new NetworkTrial.Returned(trial.change(), new Reason.NotConfirmed());
        };
        boolean kept = end == Checkpoint.End.KEPT;
        Answer answer = kept ? new Answer.Done() : new Answer.Failed();
        return new Step<>(
                kept ? state.with(next) : forgetting(state.with(next)),
                questions.stream()
                        .<DeviceEffect>map(question -> new DeviceEffect.Reply(question, answer))
                        .toList());
    }

    /// The person at the panel takes it back, or has seen what became of it.
    static Step<DeviceState, DeviceEffect> dismissed(DeviceState state) {
        if (!(state.trial() instanceof Running trial)) {
            return Step.to(state.with(new NetworkTrial.None()));
        }
        return switch (trial.course()) {
            case Course.OnTheWay _, Course.There _ ->
                Step.to(state.with(new NetworkTrial.None()), new DeviceEffect.GoBack(trial.number()));
            case Course.Staying _ -> Step.to(state);
        };
    }

    /// Somebody joined another network meanwhile.
    static Step<DeviceState, DeviceEffect> over(DeviceState state, long number) {
        return state.trial() instanceof Running trial
                        && trial.number() == number
                        && !(trial.course() instanceof Course.Staying)
                ? Step.to(state.with(new NetworkTrial.None()))
                : Step.to(state);
    }

    /// What was kept before is no answer any more.
    private static DeviceState forgetting(DeviceState state) {
        return state.with(state.underWay().kept(Optional.empty()));
    }

    private static boolean isRunning(DeviceState state, long number) {
        return state.trial() instanceof Running trial && trial.number() == number;
    }

    private static Step<DeviceState, DeviceEffect> stay(DeviceState state, Running trial, List<Long> questions) {
        return Step.to(state.with(trial.at(new Course.Staying(questions))), new DeviceEffect.Stay(trial.number()));
    }

    private static Step<DeviceState, DeviceEffect> goBack(DeviceState state, Running trial, Reason reason) {
        return Step.to(
                state.with(new NetworkTrial.Returned(trial.change(), reason)), new DeviceEffect.GoBack(trial.number()));
    }
}
