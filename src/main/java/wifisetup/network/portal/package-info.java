/// The sign-in page of a captive portal, found as a browser would: by a plain question to the web that the portal
/// answers in the web's place.
///
/// Adapts `wifisetup.network`. It uses the JDK's HTTP client; it blocks, on its caller's thread.
@NullMarked
package wifisetup.network.portal;

import org.jspecify.annotations.NullMarked;
