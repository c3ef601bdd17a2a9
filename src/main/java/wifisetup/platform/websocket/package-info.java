/// The way to a platform over WebSocket (RFC 6455): `standard-connector` messages in text frames. A
/// [wifisetup.platform.Transport] named `websocket`.
///
/// Uses the parent package, the JDK's WebSocket client and Jackson. A session is opened on the thread that asks
/// for it;
/// what the platform says comes on virtual threads of the HTTP client, one at a time, and never waits there.
@NullMarked
package wifisetup.platform.websocket;

import org.jspecify.annotations.NullMarked;
