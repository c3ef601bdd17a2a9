package wifisetup.hotspot.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DnsmasqDropInTest {
    private static final Inet4Address GATEWAY = Inet4Address.ofLiteral("192.168.42.1");
    private static final URI PAGE = URI.create("http://192.168.42.1/");

    @TempDir
    private Path directory;

    @Test
    void everyNameLeadsToTheGatewayAndNoQuestionForIpv6IsRefused() throws IOException {
        dropIn(false).begin(GATEWAY, PAGE);

        assertThat(file()).content().containsSubsequence("address=/#/192.168.42.1\n", "address=/#/::\n");
        assertThat(file()).content().doesNotContain("dhcp-option");
    }

    @Test
    void thePageIsToldByDhcpWhereThatIsWanted() throws IOException {
        dropIn(true).begin(GATEWAY, PAGE);

        assertThat(file()).content().contains("dhcp-option=114,http://192.168.42.1/\n");
    }

    @Test
    void afterItTheFileIsGone() throws IOException {
        var names = dropIn(false);
        names.begin(GATEWAY, PAGE);

        names.end();
        names.end();

        assertThat(file()).doesNotExist();
    }

    @Test
    void whatAnEarlierLifeLeftBehindIsRemoved() throws IOException {
        Files.writeString(file(), "address=/#/192.168.42.1\n");

        dropIn(false).end();

        assertThat(file()).doesNotExist();
    }

    @Test
    void aLinkStaysAndWhatItLeadsToIsEmpty() throws IOException {
        Path target = directory.resolve("of-the-kiosk.conf");
        Files.createSymbolicLink(file(), target);
        var names = dropIn(false);

        names.begin(GATEWAY, PAGE);
        assertThat(target).content().contains("address=/#/192.168.42.1");

        names.end();
        assertThat(file()).isSymbolicLink();
        assertThat(target).isEmptyFile();
    }

    @Test
    void aLinkThatLeadsNowhereGetsAnEmptyFileBecauseDnsmasqWouldFailOnIt() throws IOException {
        Path target = directory.resolve("of-the-kiosk.conf");
        Files.createSymbolicLink(file(), target);

        dropIn(false).end();

        assertThat(target).isEmptyFile();
    }

    @Test
    void itEndsAlsoOnAThreadThatIsBeingInterrupted() throws IOException {
        Path target = Files.writeString(directory.resolve("of-the-kiosk.conf"), "address=/#/192.168.42.1\n");
        Files.createSymbolicLink(file(), target);

        Thread.currentThread().interrupt();
        dropIn(false).end();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(target).isEmptyFile();
    }

    @Test
    void aPlaceThatIsNotThereIsRefused() {
        var names = new DnsmasqDropIn(directory.resolve("missing").resolve("file"), false, new SecureRandom());

        assertThatThrownBy(() -> names.begin(GATEWAY, PAGE)).isInstanceOf(IOException.class);
    }

    @Test
    void whereNobodyAnswersItDoesNotWork() {
        assertThat(dropIn(false).works(Inet4Address.ofLiteral("127.0.0.217"))).isFalse();
    }

    private DnsmasqDropIn dropIn(boolean announced) {
        return new DnsmasqDropIn(file(), announced, new SecureRandom());
    }

    private Path file() {
        return directory.resolve("wifi-setup-kiosk.conf");
    }
}
