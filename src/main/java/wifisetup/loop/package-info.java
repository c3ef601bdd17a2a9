/// The kernel: pure machines decide, a loop runs them, effects act.
///
/// A [wifisetup.loop.Machine] is a function of state and event and touches nothing. A [wifisetup.loop.Loop] owns
/// the state, gives it one event at a time on a thread of its own, hands the effects to
/// [wifisetup.loop.Effects], and shows each new state to its observers. This package uses the JDK alone.
@NullMarked
package wifisetup.loop;

import org.jspecify.annotations.NullMarked;
