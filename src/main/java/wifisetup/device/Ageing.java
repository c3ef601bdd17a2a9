package wifisetup.device;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import wifisetup.loop.Step;

/// Wrong passwords and signatures are forgotten, also while nobody sends others.
final class Ageing {
    /// How often it is looked what is to be forgotten.
    static final Duration PERIOD = Duration.ofMinutes(1);

    private Ageing() {}

    /// `step`, and a look at the attempts later on, if there are some and none is planned.
    static Step<DeviceState, DeviceEffect> after(Step<DeviceState, DeviceEffect> step) {
        var state = step.state();
        return state.attempts().recent().isEmpty() || state.underWay().ageing()
                ? step
                : Step.<DeviceState, DeviceEffect>to(state.with(state.underWay().ageing(true)))
                        .and(step.effects())
                        .and(List.of(new DeviceEffect.AgeAttempts(PERIOD)));
    }

    /// The attempts are looked through.
    static Step<DeviceState, DeviceEffect> aged(DeviceState state, Instant at) {
        return Step.to(
                state.with(state.attempts().since(at)).with(state.underWay().ageing(false)));
    }
}
