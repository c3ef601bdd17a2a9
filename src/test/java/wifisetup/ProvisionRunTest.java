package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.cli.DeviceCommand;
import wifisetup.device.file.DeviceFiles;
import wifisetup.device.file.VendorKeyFile;
import wifisetup.flux.AcceptedVendors;
import wifisetup.flux.Identity;
import wifisetup.flux.KeyEncoding;
import wifisetup.flux.Octets;

class ProvisionRunTest {
    @TempDir
    private Path directory;

    private ProvisionRun run() throws SettingsException {
        return new ProvisionRun(Settings.of(
                Map.of("state", new Settings.Value(directory.resolve("state").toString(), "test"))));
    }

    private Path vendorKey() throws Exception {
        Path file = directory.resolve("vendor.pem");
        run().run(new DeviceCommand.MakeVendorKey(file));
        return file;
    }

    private boolean isKnown(Path vendor) throws Exception {
        var files = new DeviceFiles(directory.resolve("state/device"));
        var identity = new Identity(files.serial().orElseThrow(), files.uuid(), KeyEncoding.der((RSAPublicKey)
                files.key().getPublic()));
        var accepted = new AcceptedVendors(
                List.of((ECPublicKey) new VendorKeyFile(vendor).load().getPublic()), false);
        return accepted.accept(identity, Octets.of(files.signature().orElseThrow()));
    }

    @Test
    void aProvisionedDeviceIsKnownByItsMakersKey() throws Exception {
        var vendor = vendorKey();
        run().run(new DeviceCommand.Provision(vendor, Optional.of("K1TCHEN001"), false));
        assertThat(isKnown(vendor)).isTrue();
    }

    @Test
    void anotherKeyIsSignedAnew() throws Exception {
        var vendor = vendorKey();
        run().run(new DeviceCommand.Provision(vendor, Optional.of("K1TCHEN001"), false));
        var before = new DeviceFiles(directory.resolve("state/device")).key().getPublic();
        run().run(new DeviceCommand.Provision(vendor, Optional.empty(), true));
        var files = new DeviceFiles(directory.resolve("state/device"));
        assertThat(files.key().getPublic()).isNotEqualTo(before);
        assertThat(files.serial()).hasValue("K1TCHEN001");
        assertThat(isKnown(vendor)).isTrue();
    }

    @Test
    void theMakersPrivateKeyIsNotOnTheDevice() throws Exception {
        var vendor = vendorKey();
        run().run(new DeviceCommand.Provision(vendor, Optional.empty(), false));
        String secret = Files.readString(vendor).lines().skip(1).findFirst().orElseThrow();
        try (var files = Files.walk(directory.resolve("state"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain(secret));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(vendor)))
                .isEqualTo("rw-------");
    }

    @Test
    void aMakersKeyIsNotWrittenOver() throws Exception {
        var vendor = vendorKey();
        String before = Files.readString(vendor);
        assertThatThrownBy(() -> run().run(new DeviceCommand.MakeVendorKey(vendor)))
                .isInstanceOf(StartException.class);
        assertThat(vendor).hasContent(before);
    }
}
