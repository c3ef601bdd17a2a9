package wifisetup.hotspot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import wifisetup.hotspot.HandoffState.Place;

/// Takes a [HandoffMachine] through events, and keeps what the last ones led to.
final class HandoffTrial {
    static final Duration PAUSE = Duration.ofSeconds(5);

    private final HandoffMachine machine;
    private final List<HandoffEffect> effects = new ArrayList<>();
    private HandoffState state = HandoffState.INITIAL;

    HandoffTrial(boolean panel, int attempts) {
        machine = new HandoffMachine(new HandoffRules(panel, attempts, PAUSE));
    }

    static HandoffTrial withPanel() {
        return new HandoffTrial(true, 5);
    }

    static HandoffTrial headless() {
        return new HandoffTrial(false, 3);
    }

    /// What happens; what earlier events led to is forgotten.
    HandoffTrial when(HandoffEvent... events) {
        effects.clear();
        for (HandoffEvent event : events) {
            var step = machine.next(state, event);
            state = step.state();
            effects.addAll(step.effects());
        }
        return this;
    }

    /// The newest session comes to those states, one after the other.
    HandoffTrial reaching(HotspotState... states) {
        effects.clear();
        var before = new ArrayList<HandoffEffect>();
        for (HotspotState reached : states) {
            before.addAll(
                    when(new HandoffEvent.Reached(state.session(), reached)).effects());
        }
        effects.clear();
        effects.addAll(before);
        return this;
    }

    /// The newest session ends.
    HandoffTrial ending(HotspotEnd end) {
        return when(new HandoffEvent.Ended(state.session(), end));
    }

    HandoffState state() {
        return state;
    }

    Place place() {
        return state.place();
    }

    /// All effects but those that only tell the place.
    List<HandoffEffect> deeds() {
        return effects.stream()
                .filter(effect -> !(effect instanceof HandoffEffect.Tell))
                .toList();
    }

    List<HandoffEffect> effects() {
        return List.copyOf(effects);
    }

    List<Place> told() {
        return effects.stream()
                .filter(HandoffEffect.Tell.class::isInstance)
                .map(effect -> ((HandoffEffect.Tell) effect).place())
                .toList();
    }

    List<Speech> said() {
        return effects.stream()
                .filter(HandoffEffect.Say.class::isInstance)
                .map(effect -> ((HandoffEffect.Say) effect).speech())
                .toList();
    }

    List<Departure> left() {
        return effects.stream()
                .filter(HandoffEffect.Leave.class::isInstance)
                .map(effect -> ((HandoffEffect.Leave) effect).departure())
                .toList();
    }

    static HandoffEvent opened() {
        return new HandoffEvent.Opened(HandoffSamples.REQUEST);
    }
}
