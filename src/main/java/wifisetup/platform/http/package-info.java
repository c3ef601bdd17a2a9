/// A small HTTP client for integrators: one call, one answer. Public.
///
/// It stands on the JDK's `java.net.http` and the kernel's timer alone. Calls block the thread that makes them,
/// for at most the time-outs of its attempts and the pauses between; callbacks there are none.
@NullMarked
package wifisetup.platform.http;

import org.jspecify.annotations.NullMarked;
