/// A simulated radio: scripted networks and failures with the delays of real ones, for demos and tests.
///
/// [wifisetup.network.simulated.Air] says what is in the air, [wifisetup.network.simulated.Pace] how long things take,
/// [wifisetup.network.simulated.Radio] is the machine with its radio and its kept profiles, whose surroundings a test
/// or a demo changes, and [wifisetup.network.simulated.SimulatedWifi] the port to it.
/// All waiting goes through a [wifisetup.loop.Timer], so with a timer that is moved by hand everything is repeatable.
/// Changes of state happen on the caller's or the timer's thread under one lock; observers are told on a thread of
/// their port's. This package uses the JDK, the kernel, secrets and the port it adapts.
@NullMarked
package wifisetup.network.simulated;

import org.jspecify.annotations.NullMarked;
