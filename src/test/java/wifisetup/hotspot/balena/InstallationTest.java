package wifisetup.hotspot.balena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // by JUnit
class InstallationTest {
    @TempDir
    private Path root;

    @BeforeEach
    void anOrdinaryUser() throws IOException {
        user(1000);
    }

    @Test
    void withoutTheProgramItIsUnusable() {
        assertThat(find())
                .isEqualTo(new Installation.Unusable("wifi-connect is neither on the PATH nor in /usr/local/sbin"));
    }

    @Test
    void rootRunsItItself() throws IOException {
        user(0);
        var program = program("usr/bin/wifi-connect");
        program("usr/bin/setsid");

        assertThat(find()).isEqualTo(new Installation.Direct(program));
    }

    @Test
    void itIsFoundWhereItInstallsItselfThoughThePathDoesNotSaySo() throws IOException {
        user(0);
        var program = program("usr/local/sbin/wifi-connect");
        program("usr/bin/setsid");

        assertThat(find()).isEqualTo(new Installation.Direct(program));
    }

    @Test
    void rootNeedsSetsid() throws IOException {
        user(0);
        program("usr/bin/wifi-connect");

        assertThat(find())
                .isEqualTo(new Installation.Unusable("setsid is missing; it belongs to the package util-linux"));
    }

    @Test
    void anotherUserNeedsSystemdAndTheUnit() throws IOException {
        var program = program("usr/local/sbin/wifi-connect");
        assertThat(find())
                .isEqualTo(new Installation.Unusable("this program is not root, and systemd does not run here"));

        Files.createDirectories(root.resolve("run/systemd/system"));
        assertThat(find())
                .isEqualTo(new Installation.Unusable(
                        "this program is not root, and wifi-setup-hotspot.service is not installed"));

        var unit = Files.createDirectories(root.resolve("usr/lib/systemd/system"));
        Files.createFile(unit.resolve("wifi-setup-hotspot.service"));
        assertThat(find()).isEqualTo(new Installation.ByUnit(program));
    }

    @Test
    void aPathThatIsGivenIsTaken() throws IOException {
        user(0);
        program("usr/bin/setsid");
        var program = program("opt/wifi-connect");

        assertThat(new InstallationSearch(program.toString(), root, Map.of("PATH", "/usr/bin")).find())
                .isEqualTo(new Installation.Direct(program));
        assertThat(new InstallationSearch(root.resolve("opt/other").toString(), root, Map.of()).find())
                .isInstanceOf(Installation.Unusable.class);
    }

    private Installation find() {
        return new InstallationSearch("wifi-connect", root, Map.of("PATH", ":relative:/usr/bin")).find();
    }

    private Path program(String path) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private void user(int id) throws IOException {
        var status = root.resolve("proc/self/status");
        Files.createDirectories(status.getParent());
        Files.writeString(status, "Name:\tjava\nUid:\t1000\t%d\t1000\t1000\nGid:\t0\n".formatted(id));
    }
}
