/// What the connector keeps through restarts, crashes and power cuts, in one SQLite file: devices, events that
/// wait for the platform, the gateway id. Public.
///
/// Uses the JDK's `java.sql` and xerial's driver, which brings SQLite with it. Any thread may call; calls wait
/// for the disk, and for each other.
@NullMarked
package wifisetup.platform.sqlite;

import org.jspecify.annotations.NullMarked;
