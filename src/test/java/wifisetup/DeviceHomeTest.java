package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceHomeTest {
    @TempDir
    private Path directory;

    private DeviceHome home() throws SettingsException {
        return DeviceHome.in(directory.resolve("device"), Settings.of(Map.of()).lan());
    }

    @Test
    void aDiskThatRefusesLeavesADeviceThatNobodyManages() throws Exception {
        Files.writeString(directory.resolve("device"), "in the way");
        assertThat(home()).isInstanceOfSatisfying(DeviceHome.Refused.class, refused -> {
            assertThat(refused.memory().password()).isEmpty();
            assertThatThrownBy(() -> refused.store().save(refused.memory())).isInstanceOf(IOException.class);
        });
    }

    @Test
    void aDamagedSerialIsNoReasonNotToStart() throws Exception {
        Files.createDirectory(directory.resolve("device"));
        Files.writeString(directory.resolve("device/serial"), "a serial that fits nowhere");
        try (var home = home()) {
            assertThat(home).isInstanceOf(DeviceHome.Usable.class);
            assertThat(home.identity().serial()).hasSizeLessThanOrEqualTo(10);
        }
    }

    @Test
    void aSecondKioskDoesNotOverwriteTheFirstOnesKeys() throws Exception {
        try (var first = home()) {
            assertThat(first).isInstanceOf(DeviceHome.Usable.class);
            assertThat(home()).isInstanceOf(DeviceHome.Refused.class);
        }
        try (var next = home()) {
            assertThat(next).isInstanceOf(DeviceHome.Usable.class);
        }
    }
}
