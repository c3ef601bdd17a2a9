package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.cli.DeviceCommand;
import wifisetup.cli.Terminal;
import wifisetup.device.DeviceMemory;
import wifisetup.device.DeviceName;
import wifisetup.device.Samples;
import wifisetup.device.file.DeviceFiles;
import wifisetup.device.file.DeviceLock;
import wifisetup.device.file.FileDeviceStore;
import wifisetup.device.file.Pbkdf2;
import wifisetup.device.file.VendorKeyFile;
import wifisetup.flux.AcceptedVendors;
import wifisetup.flux.Identity;
import wifisetup.flux.KeyEncoding;
import wifisetup.flux.Octets;
import wifisetup.secret.Secret;

class ProvisionRunTest {
    @TempDir
    private Path directory;

    private ProvisionRun run() throws SettingsException {
        return run("");
    }

    /// With a terminal that has that line as its standard input.
    private ProvisionRun run(String line) throws SettingsException {
        return new ProvisionRun(
                Settings.of(Map.of(
                        "state", new Settings.Value(directory.resolve("state").toString(), "test"))),
                new Input(line));
    }

    /// A terminal at which nobody is.
    private record Input(String line) implements Terminal {
        @Override
        public boolean answer(String text) {
            return true;
        }

        @Override
        public void tell(String text) {}

        @Override
        public Optional<Secret> ask(String question) {
            return Optional.empty();
        }

        @Override
        public Optional<Secret> readSecret() {
            return line.isEmpty() ? Optional.empty() : Optional.of(new Secret(line));
        }
    }

    private DeviceMemory memory() throws IOException {
        return new FileDeviceStore(directory.resolve("state/device")).load(new DeviceName("Nobody's"));
    }

    @Test
    void aDeviceWithoutAPanelGetsItsPasswordHere() throws Exception {
        run("correct horse").run(new DeviceCommand.SetPassword(true));
        var hash = memory().password().orElseThrow();
        assertThat(new Pbkdf2(new SecureRandom()).matches(new Secret("correct horse"), hash))
                .isTrue();
    }

    @Test
    void aPasswordThatCanBeNoneIsRefused() throws Exception {
        for (String line : new String[] {"", "short"}) {
            assertThatThrownBy(() -> run(line).run(new DeviceCommand.SetPassword(true)))
                    .isInstanceOf(StartException.class);
        }
        assertThat(memory().password()).isEmpty();
    }

    @Test
    void keysAreListedAndRemoved() throws Exception {
        var key = Samples.trusted(Samples.ALICE, "Alice's laptop");
        new FileDeviceStore(directory.resolve("state/device"))
                .save(new DeviceMemory(new DeviceName("Kitchen"), Optional.empty(), List.of(key)));
        String id = key.accessId().hex();
        assertThat(run().run(new DeviceCommand.ListKeys())).startsWith(id).endsWith("Alice's laptop");
        run().run(new DeviceCommand.RemoveKey(id));
        assertThat(memory().keys()).isEmpty();
        assertThatThrownBy(() -> run().run(new DeviceCommand.RemoveKey(id))).isInstanceOf(StartException.class);
    }

    @Test
    void theListOfTheKeysOnlyReads() throws Exception {
        Path state = directory.resolve("state/device");
        assertThat(run().run(new DeviceCommand.ListKeys())).isEqualTo("no key is trusted");
        assertThat(state).doesNotExist();
        Files.createDirectories(state);
        Files.writeString(state.resolve("managers.properties"), "nothing of ours");
        assertThatThrownBy(() -> run().run(new DeviceCommand.ListKeys()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("managers.properties");
        try (var files = Files.list(state)) {
            assertThat(files).containsExactly(state.resolve("managers.properties"));
        }
    }

    @Test
    void aKioskThatRunsIsNotChangedBehindItsBack() throws Exception {
        var vendor = vendorKey();
        try (var _ = DeviceLock.of(directory.resolve("state/device"))) {
            assertThatThrownBy(() -> run().run(new DeviceCommand.Provision(vendor, Optional.empty(), false)))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("kiosk");
        }
    }

    @Test
    void aSerialThatTheConfigurationWouldOverrideIsNotSigned() throws Exception {
        var vendor = vendorKey();
        var configured = new ProvisionRun(
                Settings.of(Map.of(
                        "state", new Settings.Value(directory.resolve("state").toString(), "test"),
                        "device.serial", new Settings.Value("OTHER", "test"))),
                new Input(""));
        assertThatThrownBy(() -> configured.run(new DeviceCommand.Provision(vendor, Optional.of("K1TCHEN001"), false)))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("OTHER");
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
