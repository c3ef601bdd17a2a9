package wifisetup.loop;

/// Decides what follows from an event: the next state, and the effects that shall be performed.
///
/// An implementation is a pure function: it reads no clock, blocks on nothing and keeps nothing between calls.
///
/// @param <S> the state, immutable
/// @param <E> the events, sealed
/// @param <F> the effects, sealed
@FunctionalInterface
public interface Machine<S, E, F> {
    /// Gives the step that `event` causes in `state`. An event that means nothing there leads to the same state.
    Step<S, F> next(S state, E event);
}
