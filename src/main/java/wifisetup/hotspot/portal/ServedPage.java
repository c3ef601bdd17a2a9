package wifisetup.hotspot.portal;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import wifisetup.hotspot.portal.web.PortalDesk;
import wifisetup.hotspot.portal.web.PortalMemory;
import wifisetup.hotspot.portal.web.PortalPlace;
import wifisetup.hotspot.portal.web.PortalServer;
import wifisetup.hotspot.portal.web.PortalUnavailable;

/// The page by our own server, which is asked as a phone does before anybody is told of it.
final class ServedPage implements PhonePage {
    private static final int PATIENCE_MILLIS = 3000;
    private static final String FOUND = "HTTP/1.1 200";

    private final PortalPlace place;
    private final SecureRandom random;
    private final InstantSource clock;

    ServedPage(PortalPlace place, SecureRandom random, InstantSource clock) {
        this.place = place;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Session begin(PortalDesk desk) {
        var memory = new PortalMemory(random, clock);
        return new Session() {
            private @Nullable PortalServer server;

            @Override
            public void open() throws IOException {
                var opened = new PortalServer(place, desk, memory, clock);
                try {
                    opened.start();
                } catch (PortalUnavailable refused) {
                    throw new IOException(refused.getMessage(), refused);
                }
                server = opened;
                check(opened);
            }

            @Override
            public void close() {
                if (server != null) {
                    server.close();
                    server = null;
                }
            }
        };
    }

    /// The style sheet stands for all: asking for the page would look as if somebody were there.
    private void check(PortalServer opened) throws IOException {
        try (var socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(opened.address(), PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write(("GET /style.css HTTP/1.1\r\nHost: " + place.page().getAuthority()
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(FOUND.length()), StandardCharsets.US_ASCII);
            if (!answer.equals(FOUND)) {
                throw new IOException("the page does not answer at " + opened.address() + ": " + answer);
            }
        }
    }
}
