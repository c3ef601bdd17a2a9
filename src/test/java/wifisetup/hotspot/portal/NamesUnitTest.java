package wifisetup.hotspot.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesUnitTest {
    private static final Inet4Address GATEWAY = Inet4Address.ofLiteral("192.168.42.1");
    private static final URI PAGE = URI.create("http://192.168.42.1/");

    @TempDir
    private Path directory;

    @Test
    void theUnitIsStartedAndStopped() throws Exception {
        var names = unit("echo \"$@\" >>" + directory.resolve("asked"));

        names.begin(GATEWAY, PAGE);
        names.end();

        assertThat(directory.resolve("asked")).hasContent("""
                        --no-ask-password start wifi-setup-names.service
                        --no-ask-password stop wifi-setup-names.service
                        """);
    }

    @Test
    void aRefusalIsToldInTheWordsOfSystemctl() throws Exception {
        var names = unit("echo 'Access denied' >&2; exit 4");

        assertThatThrownBy(() -> names.begin(GATEWAY, PAGE))
                .isInstanceOf(IOException.class)
                .hasMessage("wifi-setup-names.service did not start: Access denied");
    }

    @Test
    void withoutSystemctlItIsToldToo() {
        var names = new NamesUnit(List.of(directory.resolve("missing").toString()), new SecureRandom());

        assertThatThrownBy(names::end).isInstanceOf(IOException.class);
    }

    @Test
    void theUnitOfTheProjectWritesWhatThisProgramWouldWrite() throws Exception {
        var file = directory.resolve("names.conf");
        new DnsmasqDropIn(file, false, new SecureRandom()).begin(GATEWAY, PAGE);
        String shell = Files.readAllLines(Path.of("kiosk/wifi-setup-names.service")).stream()
                .filter(line -> line.startsWith("ExecStart=/bin/sh -c '"))
                .map(line -> line.substring("ExecStart=/bin/sh -c '".length(), line.length() - 1))
                // systemd.exec(5): a percent sign is written twice, and so is a backslash.
                .map(line -> line.replace("%%", "%").replace("\\\\", "\\"))
                .map(line -> line.replace(
                        "/etc/NetworkManager/dnsmasq-shared.d/wifi-setup-kiosk.conf",
                        directory.resolve("unit.conf").toString()))
                .findFirst()
                .orElseThrow();

        var process = new ProcessBuilder("/bin/sh", "-c", shell);
        process.environment().put("GATEWAY", GATEWAY.getHostAddress());
        assertThat(process.start().waitFor()).isZero();

        assertThat(Files.readAllLines(directory.resolve("unit.conf")))
                .isEqualTo(Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
    }

    private NamesUnit unit(String script) throws IOException {
        var program = Files.writeString(directory.resolve("systemctl"), script + "\n");
        return new NamesUnit(List.of("sh", program.toString()), new SecureRandom());
    }
}
