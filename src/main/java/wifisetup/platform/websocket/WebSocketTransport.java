package wifisetup.platform.websocket;

import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import wifisetup.loop.Timer;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.Session;
import wifisetup.platform.SessionHost;
import wifisetup.platform.Transport;
import wifisetup.platform.TransportException;

/// Opens sessions over WebSocket, each on a connection of its own.
final class WebSocketTransport implements Transport {
    private final ConnectorConfiguration configuration;
    private final URI address;
    private final Optional<SSLContext> tls;
    private final Timer timer;

    /// @param address the platform's
    WebSocketTransport(ConnectorConfiguration configuration, URI address, SSLContext context, Timer timer) {
        this.configuration = configuration;
        this.address = address;
        this.tls = configuration.encrypted() ? Optional.of(context) : Optional.empty();
        this.timer = timer;
    }

    @Override
    public Session open(SessionHost host) throws TransportException, InterruptedException {
        var session = new WebSocketSession(configuration, address, tls, timer, host);
        boolean open = false;
        try {
            session.open();
            open = true;
            return session;
        } finally {
            if (!open) {
                session.abandon();
            }
        }
    }

    /// Nothing is held between sessions.
    @Override
    public void close() {}
}
