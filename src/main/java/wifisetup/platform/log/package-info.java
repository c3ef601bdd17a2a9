/// The connector's log, for programs without a log of their own: a level, and a file for each day. Public.
///
/// It stands on the JDK's `java.util.logging`, where the connector's messages arrive through `System.Logger`. Any
/// thread
/// may log; a record waits for the disk.
@NullMarked
package wifisetup.platform.log;

import org.jspecify.annotations.NullMarked;
