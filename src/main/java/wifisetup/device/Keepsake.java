package wifisetup.device;

import java.util.OptionalLong;
import wifisetup.loop.Step;

/// Steps that change what is remembered.
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

    /// Somebody changes it.
    static Step<DeviceState, DeviceEffect> keep(DeviceState state, DeviceMemory next, OptionalLong question) {
        return Step.to(state.with(next), new DeviceEffect.Keep(state.memory(), next, question));
    }
}
