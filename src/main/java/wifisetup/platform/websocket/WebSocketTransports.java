package wifisetup.platform.websocket;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
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
        return new WebSocketTransport(configuration, address(configuration), context(configuration.tls()), timer);
    }

    /// Without a host that [URI] takes for one the library would go to this machine itself, with our password.
    private static URI address(ConnectorConfiguration configuration) throws ConfigurationException {
        String host = configuration.host();
        boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
        try {
            var address = new URI((configuration.encrypted() ? "wss" : "ws") + "://"
                    + (bare ? "[" + host + "]" : IDN.toASCII(host)) + ":" + configuration.port() + "/");
            if (address.getHost() != null && address.getPort() == configuration.port()) {
                return address;
            }
        } catch (URISyntaxException | IllegalArgumentException unfit) {
            throw unfit(host, unfit);
        }
        throw unfit(host, null);
    }

    private static ConfigurationException unfit(String host, @Nullable Exception cause) {
        return new ConfigurationException(
                "host: expected a name or an address of Internet hosts, found " + host, cause);
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
