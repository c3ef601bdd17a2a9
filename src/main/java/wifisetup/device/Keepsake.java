package wifisetup.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import wifisetup.device.DeviceEffect.Keep;
import wifisetup.device.DeviceEffect.Reply;
import wifisetup.loop.Step;

/// Steps that change what is remembered. It is in force once it is on the disk.
final class Keepsake {
    private Keepsake() {}

    /// The person at the panel changes it.
    static Step<DeviceState, DeviceEffect> keep(DeviceState state, DeviceMemory next) {
        return keep(state, next, OptionalLong.empty());
    }

    /// Whoever asked that question changes it, and is answered once it lasts.
    static Step<DeviceState, DeviceEffect> keep(DeviceState state, DeviceMemory next, long question) {
        return keep(state, next, OptionalLong.of(question));
    }

    private static Step<DeviceState, DeviceEffect> keep(DeviceState state, DeviceMemory next, OptionalLong question) {
        return Step.to(state.with(state.underWay().saving(next)), new Keep(next, question));
    }

    /// Whether `step` would save something while something else is being saved.
    static boolean mustWait(DeviceState state, Step<DeviceState, DeviceEffect> step) {
        return state.underWay().saving().isPresent() && step.effects().stream().anyMatch(Keep.class::isInstance);
    }

    /// It lasts.
    static Step<DeviceState, DeviceEffect> kept(DeviceState state, Keep keep) {
        boolean samePassword = keep.next().password().equals(state.memory().password());
        // Whoever has shown to know the password knows it no more.
        var forgetful = samePassword ? Optional.<ConsentQuestion>empty() : state.question();
        var next = saved(state).with(keep.next());
        return new Step<>(
                forgetful.isPresent() ? next.asking(Optional.empty()) : next,
                answers(keep.question(), new Answer.Done(), forgetful));
    }

    /// It could not be saved.
    static Step<DeviceState, DeviceEffect> notKept(DeviceState state, Keep keep) {
        return new Step<>(saved(state), answers(keep.question(), new Answer.Failed(), Optional.empty()));
    }

    private static DeviceState saved(DeviceState state) {
        return state.with(state.underWay().saved());
    }

    private static List<DeviceEffect> answers(
            OptionalLong question, Answer answer, Optional<ConsentQuestion> forgetful) {
        var all = new ArrayList<DeviceEffect>();
        question.ifPresent(number -> all.add(new Reply(number, answer)));
        forgetful.ifPresent(asked -> all.add(new Reply(asked.number(), new Answer.NotAuthorized())));
        return all;
    }
}
