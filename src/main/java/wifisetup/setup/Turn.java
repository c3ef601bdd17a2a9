package wifisetup.setup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import wifisetup.loop.Step;

/// One step of the machine while it is being decided: the state so far, and what is to be done, in order. It lives for
/// one call.
final class Turn {
    private final Asker asker;
    private final List<SetupEffect> effects = new ArrayList<>();
    private final List<Announcement> pending = new ArrayList<>();
    private SetupState state;

    Turn(SetupState state, Asker asker) {
        this.state = state;
        this.asker = asker;
    }

    SetupState state() {
        return state;
    }

    Turn phase(Phase next) {
        state = state.with(next);
        return this;
    }

    Turn state(SetupState next) {
        state = next;
        return this;
    }

    /// Announces, unless another registry speaks on this bus.
    Turn announce(Announcement announcement) {
        if (state.standing() == Standing.SERVING) {
            pending.add(announcement);
        }
        return this;
    }

    /// The person at this device's own panel did that: others on the bus hear of it too.
    Turn announceIfPanel(Announcement announcement) {
        return asker.equals(Asker.PANEL) ? announce(announcement) : this;
    }

    /// Remembers before anything that is announced later.
    Turn remember(Memory memory) {
        if (!memory.equals(state.memory())) {
            flush();
            state = state.with(memory);
            effects.add(new SetupEffect.Remember(memory));
        }
        return this;
    }

    /// Starts a timer and gives its number.
    long startTimer(Duration delay) {
        state = state.nextTimer();
        effects.add(new SetupEffect.StartTimer(state.timers(), delay));
        return state.timers();
    }

    Turn log(String message) {
        effects.add(new SetupEffect.Log(message));
        return this;
    }

    Step<SetupState, SetupEffect> done() {
        flush();
        return new Step<>(state, effects);
    }

    private void flush() {
        if (!pending.isEmpty()) {
            effects.add(new SetupEffect.Announce(asker, pending));
            pending.clear();
        }
    }
}
