package wifisetup.hotspot.portal.web;

import java.util.Map;

/// What the JDK's HTTP server puts up with. It knows limits as system properties alone (module `jdk.httpserver`), which
/// it reads once, when its first server is made; so they are set here, before that. What the launcher has set stays.
final class HttpLimits {
    private static final Map<String, String> LIMITS = Map.of(
            // Seconds until a request has come whole, headers and body; against those who send a byte now and then.
            "sun.net.httpserver.maxReqTime",
            "5",
            // Seconds until an answer has been taken; against those who do not read it.
            "sun.net.httpserver.maxRspTime",
            "20",
            // Seconds that a connection may be idle between two requests.
            "sun.net.httpserver.idleInterval",
            "15",
            // Connections at a time. An access point of one radio has a handful of phones, each opens up to six.
            "jdk.httpserver.maxConnections",
            "128",
            // Headers, and bytes of all of them; browsers send about 20 and 1 KB.
            "sun.net.httpserver.maxReqHeaders",
            "64",
            "sun.net.httpserver.maxReqHeaderSize",
            "16384",
            // An answer in two pieces would wait for the phone's acknowledgement of the first (RFC 896).
            "sun.net.httpserver.nodelay",
            "true");

    private HttpLimits() {}

    /// Sets those that nobody has set.
    static void apply() {
        LIMITS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
