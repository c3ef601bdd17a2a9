package wifisetup.platform.websocket;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import wifisetup.loop.Timer;
import wifisetup.platform.ConfigurationException;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.TlsFiles;
import wifisetup.platform.Transport;
import wifisetup.platform.TransportProvider;

/// Makes transports over WebSocket: `ws`, or `wss` where the configuration says `encryption = yes`.
public final class WebSocketTransports implements TransportProvider {
    /// The service that `transport = websocket` finds.
    public WebSocketTransports() {}

    @Override
    public String name() {
        return "websocket";
    }

    @Override
    public Transport create(ConnectorConfiguration configuration, Timer timer) throws ConfigurationException {
        return new WebSocketTransport(configuration, context(configuration.tls()), timer);
    }

    private static SSLContext context(TlsFiles files) throws ConfigurationException {
        try {
            var trust = files.trust();
            var identity = files.identity();
            if (trust.isEmpty() && identity.isEmpty()) {
                return SSLContext.getDefault();
            }
            var context = SSLContext.getInstance("TLS");
            context.init(
                    identity.isEmpty() ? null : identity.get().getKeyManagers(),
                    trust.isEmpty() ? null : trust.get().getTrustManagers(),
                    null);
            return context;
        } catch (GeneralSecurityException unfit) {
            throw new ConfigurationException("TLS cannot be set up: " + unfit.getMessage(), unfit);
        }
    }
}
