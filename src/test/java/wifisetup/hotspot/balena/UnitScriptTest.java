package wifisetup.hotspot.balena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The script of the unit, which is root and reads what the kiosk's user has written.
@SuppressWarnings("NullAway.Init") // by JUnit
class UnitScriptTest {
    private static final Path SCRIPT = Path.of("kiosk/wifi-setup-hotspot");

    @TempDir
    private Path directory;

    @BeforeEach
    void install() throws IOException {
        var program = directory.resolve("wifi-connect");
        Files.writeString(program, "#!/bin/sh\nenv -0 > '" + directory + "/environment'\necho it runs\nexit 12\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        // Its own PATH is of the system's directories alone.
        Files.writeString(
                directory.resolve("script"),
                Files.readString(SCRIPT).replaceFirst("(?m)^PATH=.*$", "PATH=" + directory + ":/usr/bin:/bin"));
    }

    @Test
    void theValuesArriveAsTheyAreAndTheProgramsEndIsTheScripts() throws Exception {
        assertThat(run("PORTAL_SSID= Café \"$(id)\" \\n `x` \nPORTAL_PASSPHRASE=a=b c$d\"\\;:\nACTIVITY_TIMEOUT=0"))
                .isEqualTo(12);

        assertThat(Files.readString(directory.resolve("environment")).split("\0", -1))
                .contains(
                        "PORTAL_SSID= Café \"$(id)\" \\n `x` ",
                        "PORTAL_PASSPHRASE=a=b c$d\"\\;:",
                        "ACTIVITY_TIMEOUT=0");
        assertThat(directory.resolve("output")).hasContent("it runs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "root:*:19000:0:99999:7:::",
                "PORTAL_SSID=x\nLD_PRELOAD=/tmp/x.so",
                "PORTAL_SSID=x\nPATH=/tmp",
                "PORTAL_SSID=x\nUI_DIRECTORY=/etc",
                "PORTAL_SSID=x\nPORTAL_INTERFACE=$(id)",
                "PORTAL_SSID=x\nPORTAL_INTERFACE=--version",
                "PORTAL_SSID=x\nPORTAL_DHCP_RANGE=/etc/shadow",
                "PORTAL_SSID=x\nPORTAL_LISTENING_PORT=80;",
                "PORTAL_SSID=x\nPORTAL_PASSPHRASE=short",
                "PORTAL_SSID=x\u0007",
                "PORTAL_SSID=a name that is longer than thirty-two bytes",
                "PORTAL_PASSPHRASE=correct-horse"
            })
    void anythingElseIsRefusedAndNotShown(String settings) throws Exception {
        assertThat(run(settings)).isEqualTo(2);

        assertThat(directory.resolve("environment")).doesNotExist();
        assertThat(Files.readString(directory.resolve("errors")))
                .matches("wifi-setup-hotspot: line [0-9] of the settings is refused\n");
    }

    private int run(String settings) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("hotspot"), settings, StandardCharsets.UTF_8);
        var builder = new ProcessBuilder("sh", directory.resolve("script").toString())
                .redirectError(directory.resolve("errors").toFile());
        builder.environment().put("CREDENTIALS_DIRECTORY", directory.toString());
        builder.environment().put("RUNTIME_DIRECTORY", directory.toString());
        var process = builder.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
