/// The way to a platform over WebSocket (RFC 6455): `standard-connector` messages in text frames. A
/// [wifisetup.platform.Transport] named `websocket`.
///
/// Uses the parent package, Java-WebSocket and Jackson. A session is opened on the thread that asks for it;
/// what the platform says comes on the library's reading thread, of which each connection has one, and never
/// waits there.
@NullMarked
package wifisetup.platform.websocket;

import org.jspecify.annotations.NullMarked;
