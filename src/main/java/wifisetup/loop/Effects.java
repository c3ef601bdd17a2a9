package wifisetup.loop;

import java.util.function.Consumer;

/// Performs what a [Machine] asked for.
///
/// @param <F> the effects
/// @param <E> the events that tell the machine how it went
@FunctionalInterface
public interface Effects<F, E> {
    /// Performs one effect and gives each resulting event to `reply`. Called on a virtual thread, so it may block; it
    /// is interrupted when the loop closes. What it throws becomes an event by the loop's failure rule.
    void perform(F effect, Consumer<? super E> reply) throws Exception;
}
