package wifisetup.hotspot.portal;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The redirection by a unit of systemd, for a kiosk that is not root. It may start and stop the unit, whose file of
/// root's says what is written: whoever could write that file could run programs as root, because dnsmasq does what it
/// says.
public final class NamesUnit implements NameRedirect {
    private static final String UNIT = "wifi-setup-names.service";
    private static final int PATIENCE_SECONDS = 10;

    private final List<String> systemctl;
    private final DnsmasqDropIn names;

    /// @param systemctl the words that begin a command line of systemctl(1)
    public NamesUnit(List<String> systemctl, SecureRandom random) {
        this.systemctl = List.copyOf(systemctl);
        this.names = new DnsmasqDropIn(DnsmasqDropIn.DEFAULT, false, random);
    }

    @Override
    public void begin(Inet4Address gateway, URI page) throws IOException {
        run("start");
    }

    @Override
    public void end() throws IOException {
        run("stop");
    }

    @Override
    public boolean works(Inet4Address gateway) {
        return names.works(gateway);
    }

    private void run(String verb) throws IOException {
        var command = new ArrayList<>(systemctl);
        command.addAll(List.of("--no-ask-password", verb, UNIT));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (var said = process.getInputStream()) {
            var words = new String(said.readNBytes(1000), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(UNIT + " did not " + verb + " within " + PATIENCE_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException(UNIT + " did not " + verb + ": " + words);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(UNIT + " may not " + verb, interrupted);
        } finally {
            process.destroy();
        }
    }
}
