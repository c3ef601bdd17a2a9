package wifisetup.hotspot.portal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/// The redirection by the name server that NetworkManager runs for a shared connection: it reads each file of a
/// directory when it starts (dnsmasq(8), `--conf-dir`).
///
/// The file may be a symbolic link into a directory of the kiosk's own user, so that the program need not be root: then
/// the link stays, and what it leads to is emptied.
public final class DnsmasqDropIn implements NameRedirect {
    /// Where NetworkManager's dnsmasq of shared connections looks (NetworkManager(8), "FILES").
    public static final Path DEFAULT = Path.of("/etc/NetworkManager/dnsmasq-shared.d/wifi-setup-kiosk.conf");

    private static final System.Logger LOG = System.getLogger(DnsmasqDropIn.class.getName());

    /// A name that nobody has (RFC 6761, 6.4), so that only a redirection answers.
    private static final String ANY_NAME = "portal-check.invalid";

    private static final int DNS_PORT = 53;

    private final Path file;
    private final boolean announce;
    private final SecureRandom random;

    /// @param file read by dnsmasq
    /// @param announce whether the page's address is told by DHCP too (RFC 8910, option 114); that RFC's API wants
    ///     https, which a device without a name cannot have, so most phones do without
    public DnsmasqDropIn(Path file, boolean announce, SecureRandom random) {
        this.file = file;
        this.announce = announce;
        this.random = random;
    }

    @Override
    public void begin(Inet4Address gateway, URI page) throws IOException {
        String address = gateway.getHostAddress();
        var lines = new StringBuilder("# Written by wifi-setup-kiosk while its hotspot is open; removed after.\n");
        lines.append("address=/#/").append(address).append('\n');
        // Without this one questions for IPv6 are refused, and some phones then ask somebody else.
        lines.append("address=/#/::\n");
        if (announce) {
            lines.append("dhcp-option=114,").append(page).append('\n');
        }
        Files.writeString(file, lines, StandardCharsets.UTF_8);
    }

    @Override
    public void end() throws IOException {
        if (Files.isSymbolicLink(file)) {
            // dnsmasq fails on a link that leads nowhere: the file behind it stays, empty. Not by a channel, which
            // would leave the names redirected on a thread that is interrupted.
            new FileOutputStream(file.toFile()).close();
        } else {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public boolean works(Inet4Address gateway) {
        try {
            return new NameQuestion(ANY_NAME, (short) random.nextInt())
                    .isAnsweredWith(gateway, new InetSocketAddress(gateway, DNS_PORT));
        } catch (IOException unanswered) {
            LOG.log(Level.DEBUG, "no name server at " + gateway.getHostAddress(), unanswered);
            return false;
        }
    }
}
