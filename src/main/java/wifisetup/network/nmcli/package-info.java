/// NetworkManager by its command line program, `nmcli`: the adapter of [wifisetup.network.Wifi] for systems where that
/// program alone has the rights, by `sudo` say.
///
/// `Nmcli` runs the program and `Terse` reads what it prints; `Verdicts` tells what its exit codes and error
/// texts mean. Above them, `Radio`, `Profiles` and `StatusReading` read, `Join` carries out a transaction that
/// the pure `JoinCourse` decides, and `Monitor` keeps one `nmcli monitor` running, whose lines tell of changes.
///
/// No secret is ever an argument or in the environment of a process: a profile is made without it, and the program
/// reads it from a pipe when it brings the profile up.
///
/// Three kinds of threads: a virtual one for each stream of a process; the one thread `nmcli`, which reads the status
/// and calls observers; and the callers' own, which carry out their scan or join.
/// This package uses the domain, the kernel and the JDK.
@NullMarked
package wifisetup.network.nmcli;

import org.jspecify.annotations.NullMarked;
