package wifisetup.hotspot.portal.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// How a system looks for the internet: it asks for a page whose answer it knows. Any other answer makes it open its
/// sign-in window; so each of these is answered with the way to our page, whatever name it was asked under.
///
/// @param system the system or program
/// @param host the name it asks for, which leads to us while the hotspot is open
/// @param path what it asks there
/// @param expected what it takes for the internet: never answer that
/// @param source where this is written
record Probe(String system, String host, String path, String expected, String source) {
    private static final String AOSP =
            "https://android.googlesource.com/platform/packages/modules/NetworkStack/+/refs/heads/main/res/values/config.xml";
    private static final String COLLECTED =
            "https://wiki.ding.net/index.php?title=Detecting_captive_portals and https://captivebehavior.wballiance.com";
    private static final String WINDOWS =
            "https://learn.microsoft.com/windows-server/networking/ncsi/ncsi-frequently-asked-questions";
    private static final String FIREFOX =
            "https://support.mozilla.org/kb/captive-portal (network.captive-portal-service / connectivity-service)";
    private static final String CHROMIUM =
            "https://www.chromium.org/chromium-os/chromiumos-design-docs/network-portal-detection/";

    /// All that are known. Each system also takes the answer of a page that is not in this list; a phone that has a
    /// newer one is served all the same, for every foreign name is redirected.
    static final List<Probe> KNOWN = List.of(
            new Probe("Android", "connectivitycheck.gstatic.com", "/generate_204", "204", AOSP),
            new Probe("Android", "www.google.com", "/gen_204", "204", AOSP),
            new Probe("Android", "play.googleapis.com", "/generate_204", "204", AOSP),
            new Probe("Apple", "captive.apple.com", "/hotspot-detect.html", "Success", COLLECTED),
            new Probe("Apple", "www.apple.com", "/library/test/success.html", "Success", COLLECTED),
            new Probe(
                    "Windows 10 and later",
                    "www.msftconnecttest.com",
                    "/connecttest.txt",
                    "Microsoft Connect Test",
                    WINDOWS),
            new Probe("Windows 10 and later", "www.msftconnecttest.com", "/redirect", "a page of Microsoft's", WINDOWS),
            new Probe("Windows 8 and before", "www.msftncsi.com", "/ncsi.txt", "Microsoft NCSI", WINDOWS),
            new Probe(
                    "Firefox", "detectportal.firefox.com", "/canonical.html", "a redirection by meta element", FIREFOX),
            new Probe("Firefox", "detectportal.firefox.com", "/success.txt", "success", FIREFOX),
            new Probe(
                    "Kindle",
                    "spectrum.s3.amazonaws.com",
                    "/kindle-wifi/wifistub.html",
                    "81ce4465-7167-4dcb-835b-dcc9e44c112a",
                    COLLECTED),
            new Probe(
                    "Kindle",
                    "spectrum.s3.amazonaws.com",
                    "/kindle-wifi/wifistub-eink.html",
                    "81ce4465-7167-4dcb-835b-dcc9e44c112a",
                    COLLECTED),
            new Probe(
                    "GNOME and NetworkManager",
                    "nmcheck.gnome.org",
                    "/check_network_status.txt",
                    "NetworkManager is online",
                    "NetworkManager.conf(5), section connectivity"),
            new Probe(
                    "KDE", "networkcheck.kde.org", "/", "OK", "/usr/lib/NetworkManager/conf.d of KDE's distributions"),
            new Probe("Chrome OS", "www.gstatic.com", "/generate_204", "204", CHROMIUM),
            new Probe("Chrome", "clients3.google.com", "/generate_204", "204", CHROMIUM));

    private static final Set<String> PATHS =
            KNOWN.stream().map(Probe::path).filter(path -> !path.equals("/")).collect(Collectors.toUnmodifiableSet());

    /// Whether `path` is asked by a system that looks for the internet, even if it asks by our address.
    static boolean isProbe(String path) {
        return PATHS.contains(path);
    }
}
