package wifisetup.network.dbus;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The laboratory's phone: a station of its own, in a network namespace of its own, with a small web client. It asks
/// the name server that the hotspot gave it, as phones do.
public final class LabPhone {
    private static final Pattern COOKIE = Pattern.compile("Set-Cookie: ([^;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern LEASE = Pattern.compile("(associated|lease) after (\\d+) ms");

    private String cookie = "";

    /// Where the page that phones open is served, out here; the laboratory brings it to the machine.
    public static int portalPort() {
        return Integer.parseInt(Objects.requireNonNullElse(System.getenv("WIFI_LAB_PORT_PORTAL"), "15580"));
    }

    /// Lets the machine's own port 80 lead to the page out here, and phones ask `gateway` for names.
    public static void connectPortal(String gateway) throws IOException, InterruptedException {
        VirtualLab.run("touch /etc/resolv.conf; mkdir -p /etc/netns/phone; echo nameserver " + gateway
                + " >/etc/netns/phone/resolv.conf");
        VirtualLab.run("[ -e /run/lab/portal.pid ] || {"
                + " setsid socat TCP-LISTEN:80,fork,reuseaddr TCP:10.0.2.100:80 </dev/null >/dev/null 2>&1 &"
                + " echo $! >/run/lab/portal.pid; }");
    }

    /// Joins, and waits for an address.
    ///
    /// @return after how many milliseconds it had one
    public int join(String ssid, String passphrase) throws IOException, InterruptedException {
        int lease = 0;
        Matcher said = LEASE.matcher(VirtualLab.run("phone", "join", ssid, passphrase));
        while (said.find()) {
            lease = Integer.parseInt(said.group(2));
        }
        return lease;
    }

    /// Leaves.
    public void leave() throws IOException, InterruptedException {
        VirtualLab.run("phone", "leave");
    }

    /// Opens a page by its name; the answer's headers stand before it.
    public String get(String url) throws IOException, InterruptedException {
        return exchange(URI.create(url), "GET", "");
    }

    /// Sends a form of a page that was opened before.
    public String post(String url, String page, String fields) throws IOException, InterruptedException {
        return exchange(URI.create(url), "POST", fields + "&token=" + token(page));
    }

    private String exchange(URI url, String method, String body) throws IOException, InterruptedException {
        String path = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        String request = method + " " + path + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nConnection: close\r\n"
                + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n")
                + (body.isEmpty()
                        ? ""
                        : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                                + "\r\n")
                + "\r\n" + body;
        String answer = VirtualLab.run("echo "
                + Base64.getEncoder().encodeToString(request.getBytes(StandardCharsets.US_ASCII))
                + " | base64 -d | phone run socat -t 10 - TCP:" + url.getHost() + ":80,connect-timeout=10");
        Matcher set = COOKIE.matcher(answer);
        if (set.find()) {
            cookie = set.group(1);
        }
        return answer;
    }

    private static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new AssertionError("no form in " + page);
        }
        return token.group(1);
    }
}
