package wifisetup.hotspot.portal.web;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;

/// Where the page is.
///
/// @param listen the address and port that the server binds, and nothing else
/// @param page what a phone opens, such as `http://192.168.42.1/`; it may differ from `listen` where a port is
/// forwarded
public record PortalPlace(InetSocketAddress listen, URI page) {
    private static final int HTTP_PORT = 80;

    /// Checks the page's address.
    ///
    /// @throws IllegalArgumentException unless it is the root of a host, by `http`
    public PortalPlace {
        if (!"http".equals(page.getScheme()) || page.getHost() == null || !"/".equals(page.getPath())) {
            throw new IllegalArgumentException("expected an address such as http://192.168.42.1/, found " + page);
        }
    }

    /// What a browser says in `Origin` when the page itself asks (RFC 6454, 6.2).
    String origin() {
        return "http://" + authority();
    }

    /// Whether `host`, as in a request's `Host`, is this page's own: exactly that, with or without the usual port.
    boolean isOwn(String host) {
        String asked = host.toLowerCase(Locale.ROOT);
        return asked.equals(authority()) || (isUsualPort() && asked.equals(authority() + ":" + HTTP_PORT));
    }

    private String authority() {
        return page.getHost().toLowerCase(Locale.ROOT) + (isUsualPort() ? "" : ":" + page.getPort());
    }

    private boolean isUsualPort() {
        return page.getPort() == -1 || page.getPort() == HTTP_PORT;
    }
}
