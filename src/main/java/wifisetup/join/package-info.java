/// The set-up on this device's own panel, as one pure machine ([wifisetup.join.JoinMachine]): the list of networks, a
/// password or an account, the join and its result; the saved networks; the sign-in that a network may want.
///
/// [wifisetup.join.JoinEffects] does with a `Wifi` what the machine wants done. This package uses the JDK, the kernel,
/// secrets and `wifisetup.network`; it runs on its loop's thread, and the effects on virtual threads.
@NullMarked
package wifisetup.join;

import org.jspecify.annotations.NullMarked;
