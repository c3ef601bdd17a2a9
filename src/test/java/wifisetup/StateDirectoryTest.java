package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {
    private static final Path HOME = Path.of("/home/ada");

    /// Below a file there is no directory for anybody, the superuser included.
    private static final Path UNUSABLE = Path.of("/dev/null/wifi-setup-kiosk");

    @Test
    void theSystemsPlaceIsTakenWhereItCanBeMade(@TempDir Path folder) {
        var installed = folder.resolve("wifi-setup-kiosk");

        assertThat(StateDirectory.of(installed, Map.of(), HOME)).isEqualTo(installed);
    }

    @Test
    void anOrdinaryUserRemembersAtHome() {
        assertThat(StateDirectory.of(UNUSABLE, Map.of(), HOME))
                .isEqualTo(HOME.resolve(".local/state/wifi-setup-kiosk"));
    }

    @Test
    void theUsersOwnPlaceForStateIsHonoured() {
        assertThat(StateDirectory.of(UNUSABLE, Map.of("XDG_STATE_HOME", "/home/ada/kept"), HOME))
                .isEqualTo(Path.of("/home/ada/kept/wifi-setup-kiosk"));
    }
}
