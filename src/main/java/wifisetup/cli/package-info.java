/// The command line: options become settings by the names that the configuration file uses. Uses picocli alone; runs
/// on the main thread.
@NullMarked
package wifisetup.cli;

import org.jspecify.annotations.NullMarked;
