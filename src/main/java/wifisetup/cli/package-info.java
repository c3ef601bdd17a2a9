/// The command line. Options become settings by the names that the configuration file uses; `network` and what follows
/// it becomes a [wifisetup.cli.NetworkCommand], which [wifisetup.cli.NetworkCommands] does with a
/// [wifisetup.network.Wifi].
///
/// Uses the network's domain, picocli to read, and Jackson's streams to write JSON; never the screen. Runs on the main
/// thread; the progress of a join is told on the adapter's.
@NullMarked
package wifisetup.cli;

import org.jspecify.annotations.NullMarked;
