package wifisetup.network.dbus;

import java.io.IOException;
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

    /// Opens a page by its name, and follows where it leads; the answer's headers stand before it.
    public String get(String url) throws IOException, InterruptedException {
        return remember(VirtualLab.run(wget("") + " '" + url + "' 2>&1"));
    }

    /// Sends a form of a page that was opened before.
    public String post(String url, String page, String fields) throws IOException, InterruptedException {
        return remember(
                VirtualLab.run(wget("--post-data '" + fields + "&token=" + token(page) + "'") + " '" + url + "' 2>&1"));
    }

    private String wget(String options) {
        String header = cookie.isEmpty() ? "" : " --header 'Cookie: " + cookie + "'";
        return "phone run busybox wget -q -S -T 10 -O -" + header + " " + options;
    }

    private String remember(String answer) {
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
