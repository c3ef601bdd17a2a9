package wifisetup.loop;

import java.util.List;
import java.util.stream.Stream;

/// What a [Machine] decided: the state that holds from now on, and what is to be done about it.
///
/// @param state the next state
/// @param effects performed in no particular order among each other, but for those that are [InOrder]
public record Step<S, F>(S state, List<F> effects) {
    /// Keeps its own copy of the effects.
    public Step {
        effects = List.copyOf(effects);
    }

    /// A step to `state` with these effects.
    @SafeVarargs
    public static <S, F> Step<S, F> to(S state, F... effects) {
        return new Step<>(state, List.of(effects));
    }

    /// This step with more effects behind its own.
    public Step<S, F> and(List<? extends F> more) {
        return new Step<>(
                state, Stream.<F>concat(effects.stream(), more.stream()).toList());
    }
}
