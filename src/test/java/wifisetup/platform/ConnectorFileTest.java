package wifisetup.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wifisetup.secret.Secret;

class ConnectorFileTest {
    private static final Set<String> TRANSPORTS = Set.of("websocket", "mqtt");
    private static final String WHOLE = """
            # of the maker
            [CONNECTOR]
            encryption = yes
            host = platform.example.org
            port = 8093
            user = alice
            password = s3;cret = 100%
            gid =

            [LOGGER]
            level = warning
            rotating_log = yes
            rotating_log_backup_count = 3
            """;

    private Path path;

    @TempDir
    private Path directory;

    @BeforeEach
    void name() {
        path = directory.resolve("connector.conf");
    }

    @Test
    void theFileOfTheFirstConnectorIsRead() throws Exception {
        var configuration = written(WHOLE).read(TRANSPORTS);

        assertThat(configuration.transport()).isEqualTo("websocket");
        assertThat(configuration.encrypted()).isTrue();
        assertThat(configuration.host()).isEqualTo("platform.example.org");
        assertThat(configuration.port()).isEqualTo(8093);
        assertThat(configuration.user()).isEqualTo("alice");
        assertThat(configuration.password()).isEqualTo(new Secret("s3;cret = 100%"));
        assertThat(configuration.gateway()).isEmpty();
        assertThat(configuration.limits()).isEqualTo(Limits.DEFAULT);
        assertThat(configuration.log()).isEqualTo(new LogSettings(LogSettings.Level.WARNING, true, 3));
        assertThat(configuration.toString()).doesNotContain("s3;cret");
    }

    @Test
    void limitsAndFilesAreReadToo() throws Exception {
        var configuration = written("""
                        [CONNECTOR]
                        transport = mqtt
                        host = ::1
                        port = 1883
                        ca = own.pem
                        timeout = 3
                        retry_delay = 1
                        jitter = 0
                        """).read(TRANSPORTS);

        assertThat(configuration.transport()).isEqualTo("mqtt");
        assertThat(configuration.tls().authority().orElseThrow())
                .hasFileName("own.pem")
                .isAbsolute();
        assertThat(configuration.limits().call()).isEqualTo(Duration.ofSeconds(3));
        assertThat(configuration.limits().retry()).isEqualTo(Duration.ofSeconds(1));
        assertThat(configuration.limits().jitter()).isZero();
    }

    @Test
    void aBlankFileIsWrittenWhereThereIsNone() throws Exception {
        assertThatThrownBy(() -> new ConnectorFile(path).read(TRANSPORTS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(path + ":10: host: expected a value, found none");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(path).content().contains("[CONNECTOR]", "#ca =", "#private_key =", "password =", "[LOGGER]");
    }

    @Test
    void theBlankFileIsRightOnceItIsFilledIn() throws Exception {
        assertThatThrownBy(() -> new ConnectorFile(path).read(TRANSPORTS)).isInstanceOf(ConfigurationException.class);
        Files.writeString(
                path, Files.readString(path).replace("host =", "host = h").replace("\nport =", "\nport = 1"));

        assertThat(new ConnectorFile(path).read(TRANSPORTS).log()).isEqualTo(LogSettings.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "encryption = maybe | 3: encryption: expected yes or no, found maybe",
                "port = 0 | 3: port: expected a number from 1 to 65535, found 0",
                "port = http | 3: port: expected a number from 1 to 65535, found http",
                "transport = pigeon | 3: transport: expected one of mqtt, websocket, found pigeon",
                "timeout = -1 | 3: timeout: expected a number from 1 to 86400, found -1",
                "hots = h | 3: [CONNECTOR] hots: there is no such key",
                "nonsense | 3: expected key = value or [SECTION]",
                "host = again | 3: host is set already, at line 2",
                "[LOGGER]level | 3: expected key = value or [SECTION]",
            })
    void whatIsWrongIsNamedWithFileLineAndKey(String line, String complaint) throws Exception {
        var file = written("[CONNECTOR]\nhost = h\n" + line + "\n" + (line.startsWith("port") ? "" : "port = 1\n"));

        assertThatThrownBy(() -> file.read(TRANSPORTS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(path + ":" + complaint);
    }

    @Test
    void theGatewayIdIsWrittenBackAndNothingElseChanges() throws Exception {
        var file = written(WHOLE);

        file.store("g-1");

        assertThat(path).hasContent(WHOLE.replace("gid =", "gid = g-1"));
        assertThat(file.load()).contains("g-1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(directory.toFile().list()).containsExactly("connector.conf");
    }

    @Test
    void aGatewayIdThatHasNoLineYetGetsOne() throws Exception {
        var file = written("[LOGGER]\nlevel = info\n[CONNECTOR]\nhost = h\nport = 1\n");

        file.store("g-1");
        file.store("g-2");

        assertThat(path).hasContent("[LOGGER]\nlevel = info\n[CONNECTOR]\ngid = g-2\nhost = h\nport = 1\n");
    }

    @Test
    void aFileThatOthersCanReadIsClosedToThem() throws Exception {
        var file = written(WHOLE);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));

        var _ = file.read(TRANSPORTS);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void aSymbolicLinkStaysOne() throws Exception {
        Path real = Files.writeString(directory.resolve("real.conf"), WHOLE);
        Files.createSymbolicLink(path, real);

        new ConnectorFile(path).store("g-1");

        assertThat(path).isSymbolicLink();
        assertThat(real).content().contains("gid = g-1");
    }

    @Test
    void theFileStaysItsOwnersWhoeverWrites() throws Exception {
        var file = written(WHOLE);
        int owner = (int) Files.getAttribute(path, "unix:uid");
        if (owner == 0) {
            // Root alone may give it away, and is who would take it.
            owner = 65_534;
            Files.setAttribute(path, "unix:uid", owner);
            Files.setAttribute(path, "unix:gid", owner);
        }

        file.store("g-1");

        assertThat(path).content().contains("gid = g-1");
        assertThat(Files.getAttribute(path, "unix:uid")).isEqualTo(owner);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    private ConnectorFile written(String text) throws Exception {
        Files.writeString(path, text);
        return new ConnectorFile(path);
    }
}
