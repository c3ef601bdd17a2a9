package wifisetup.hotspot.portal;

import java.io.IOException;
import wifisetup.hotspot.portal.web.PortalDesk;

/// Whoever serves the page that phones open.
@FunctionalInterface
interface PhonePage {
    /// Prepares it for one session of the hotspot; nothing is served yet.
    Session begin(PortalDesk desk);

    /// The page in one session: it opens and closes with the access point, and forgets nothing meanwhile.
    interface Session {
        /// Serves it.
        ///
        /// @throws IOException if it cannot be served, or does not answer; the message says why
        void open() throws IOException;

        /// Serves it no more; nothing happens if it is not served.
        void close();
    }
}
