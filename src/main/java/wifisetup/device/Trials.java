package wifisetup.device;

import java.util.OptionalLong;
import wifisetup.device.NetworkTrial.Reason;
import wifisetup.device.NetworkTrial.Running;
import wifisetup.loop.Step;
import wifisetup.network.Failure;

/// Changes of the device's network by its managers, none of whom can lock himself out.
final class Trials {
    private final DeviceRules rules;

    Trials(DeviceRules rules) {
        this.rules = rules;
    }

    /// A manager asks for a change. The answer goes out before the network does.
    Step<DeviceState, DeviceEffect> begin(DeviceState state, DeviceEvent.Asked asked, Command.ChangeNetwork command) {
        if (state.trial() instanceof Running) {
            return Step.to(state, new DeviceEffect.Reply(asked.question(), new Answer.Failed()));
        }
        var next = state.nextNumber();
        var trial = new Running(
                next.numbers(), command.change(), command.keeping(), asked.at().plus(rules.trialTime()), false);
        return Step.to(
                next.with(trial),
                new DeviceEffect.Reply(asked.question(), new Answer.Done()),
                new DeviceEffect.Try(trial.number(), trial.change(), rules.trialTime()));
    }

    /// The device is on the network.
    Step<DeviceState, DeviceEffect> reached(DeviceState state, long number) {
        return switch (state.trial()) {
            case Running trial
            when trial.number() == number ->
                switch (trial.keeping()) {
                    case ON_ADDRESS -> stay(state.with(trial.there()), number, OptionalLong.empty());
                    case ON_RETURN -> Step.to(state.with(trial.there()));
                };
            case Running _, NetworkTrial.None _, NetworkTrial.Returned _ -> Step.to(state);
        };
    }

    /// The network could not be joined.
    Step<DeviceState, DeviceEffect> failed(DeviceState state, long number, Failure failure) {
        return state.trial() instanceof Running trial && trial.number() == number
                ? goBack(state, trial, new Reason.NotReached(failure))
                : Step.to(state);
    }

    /// The time is over.
    Step<DeviceState, DeviceEffect> timedOut(DeviceState state, long number) {
        return state.trial() instanceof Running trial && trial.number() == number
                ? goBack(
                        state,
                        trial,
                        trial.reached() ? new Reason.NotConfirmed() : new Reason.NotReached(new Failure.TimedOut()))
                : Step.to(state);
    }

    /// A manager has returned.
    static Step<DeviceState, DeviceEffect> confirmed(DeviceState state, long question) {
        return switch (state.trial()) {
            case Running trial when trial.reached() -> stay(state, trial.number(), OptionalLong.of(question));
            // The way there is not done: the manager still speaks over the old network.
            case Running _ -> Step.to(state, new DeviceEffect.Reply(question, new Answer.Failed()));
            case NetworkTrial.None _, NetworkTrial.Returned _ ->
                Step.to(state, new DeviceEffect.Reply(question, new Answer.NotFound()));
        };
    }

    /// The person at the panel takes it back, or has seen what became of it.
    static Step<DeviceState, DeviceEffect> dismissed(DeviceState state) {
        return switch (state.trial()) {
            case Running trial -> Step.to(state.with(new NetworkTrial.None()), new DeviceEffect.GoBack(trial.number()));
            case NetworkTrial.None _, NetworkTrial.Returned _ -> Step.to(state.with(new NetworkTrial.None()));
        };
    }

    /// The network is kept, or somebody joined another one meanwhile.
    static Step<DeviceState, DeviceEffect> over(DeviceState state, long number) {
        return state.trial() instanceof Running trial && trial.number() == number
                ? Step.to(state.with(new NetworkTrial.None()))
                : Step.to(state);
    }

    private static Step<DeviceState, DeviceEffect> stay(DeviceState state, long number, OptionalLong question) {
        return Step.to(state, new DeviceEffect.Stay(number, question));
    }

    private static Step<DeviceState, DeviceEffect> goBack(DeviceState state, Running trial, Reason reason) {
        return Step.to(
                state.with(new NetworkTrial.Returned(trial.change(), reason)), new DeviceEffect.GoBack(trial.number()));
    }
}
