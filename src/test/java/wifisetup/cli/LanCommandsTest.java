package wifisetup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.device.KeyFingerprint;
import wifisetup.lan.ClientKey;
import wifisetup.lan.ManagedAppliance;

/// `discover` and `manage`, from the command line to the appliance's own server and back.
class LanCommandsTest {
    @TempDir
    private Path home = Path.of("");

    @AutoClose
    private final ManagedAppliance appliance = ManagedAppliance.start();

    private final RecordedTerminal terminal = new RecordedTerminal();

    private Optional<LanFailure> run(String... arguments) throws Exception {
        return runOn(appliance, arguments);
    }

    private Optional<LanFailure> runOn(ManagedAppliance device, String... arguments) throws Exception {
        var parsed = CommandLineOptions.parse(arguments);
        assertThat(parsed).isInstanceOf(CommandLineOptions.Parsed.Lan.class);
        var line = (CommandLineOptions.Parsed.Lan) parsed;
        var vendors = Files.createDirectories(home.resolve("vendors"));
        Files.writeString(vendors.resolve("vendor.pem"), device.vendorPem());
        LanReport report = line.json() ? new LanJsonReport(terminal) : new LanTextReport(terminal, false);
        var places = new LanCommands.Places(
                home.resolve("client-key.pem"),
                home.resolve("strong-devices"),
                List.of(vendors),
                Optional.of(device.listen()),
                device.port());
        return new LanCommands(terminal, report, places).run(line.command());
    }

    @Test
    void discoverShowsTheDeviceAtAnAddress() throws Exception {
        assertThat(run("discover", "--ip", "127.0.0.1", "--timeout", "3")).isEmpty();

        assertThat(terminal.answer()).contains("Kitchen", "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "127.0.0.1");
    }

    @Test
    void discoverSaysWhenNobodyIsThere() throws Exception {
        assertThat(run("discover", "--uuid", "00000000-0000-0000-0000-000000000001", "--timeout", "1", "--json"))
                .contains(LanFailure.NOT_FOUND);

        assertThat(terminal.answer()).isEqualTo("{\"devices\":0,\"dropped\":{}}");
    }

    @Test
    void thePasswordIsAskedForAndTheKeyIsKeptForTheNextTime() throws Exception {
        terminal.typing(ManagedAppliance.PASSWORD);

        assertThat(run("manage", "127.0.0.1", "rename", "Hall")).isEmpty();
        assertThat(run("manage", "127.0.0.1", "--json", "info")).isEmpty();

        assertThat(terminal.questions()).hasSize(1);
        assertThat(terminal.answer()).startsWith("renamed\n").contains("\"name\":\"Hall\"", "\"authorized\":true");
        assertThat(terminal.everything()).doesNotContain(ManagedAppliance.PASSWORD);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("client-key.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void thePersonAtTheDeviceCanCompareTheKey() throws Exception {
        terminal.typing(ManagedAppliance.PASSWORD);

        run("manage", "127.0.0.1", "rename", "Hall");

        var key = ClientKey.load(home.resolve("client-key.pem"));
        assertThat(key.fingerprint())
                .isEqualTo(KeyFingerprint.of(key.publicKey()).text());
        assertThat(terminal.told()).anySatisfy(line -> assertThat(line).contains(key.fingerprint()));
    }

    @Test
    void infoNeedsNoPassword() throws Exception {
        assertThat(run("manage", "127.0.0.1", "--json", "info")).isEmpty();

        assertThat(terminal.answer())
                .contains("\"name\":\"Kitchen\"", "\"authorized\":false", "\"denial\":\"password_wanted\"");
    }

    @Test
    void infoSaysWhyADeviceWithoutPasswordLetsNobodyIn() throws Exception {
        try (var unprotected = ManagedAppliance.withoutPassword()) {
            assertThat(runOn(unprotected, "manage", "127.0.0.1", "--json", "info"))
                    .isEmpty();
            assertThat(runOn(unprotected, "manage", "127.0.0.1", "wifi")).contains(LanFailure.NOT_AUTHORIZED);
        }

        assertThat(terminal.answer()).contains("\"name\":\"Kitchen\"", "\"denial\":\"no_password\"");
        assertThat(terminal.told()).anySatisfy(line -> assertThat(line).contains("set at its screen"));
    }

    @Test
    void infoSaysHowLongADeviceLetsNobodyTry() throws Exception {
        var wrong = Files.writeString(home.resolve("password.txt"), "wrong\n").toString();
        for (int i = 0; i < 6; i++) {
            run("manage", "127.0.0.1", "--password-file", wrong, "wifi");
        }

        assertThat(run("manage", "127.0.0.1", "--json", "info")).isEmpty();

        assertThat(terminal.answer()).contains("\"denial\":\"wait\",\"wait_seconds\":");
    }

    @Test
    void thePasswordThatOpensTheSessionIsTheOldOneOfANewOne() throws Exception {
        terminal.withInput(ManagedAppliance.PASSWORD, "another horse");

        assertThat(run("manage", "127.0.0.1", "--password-stdin", "passwd")).isEmpty();

        assertThat(terminal.answer()).isEqualTo("the password is changed");
        // The key is trusted by now: the old one is asked for.
        terminal.withInput("another horse", ManagedAppliance.PASSWORD);
        assertThat(run("manage", "127.0.0.1", "--password-stdin", "passwd")).isEmpty();
    }

    @Test
    void aKeyIsReplacedByAnotherOne() throws Exception {
        terminal.typing(ManagedAppliance.PASSWORD);
        var successor = home.resolve("next-key.pem");

        assertThat(run("manage", "127.0.0.1", "rotate-key", successor.toString()))
                .isEmpty();

        assertThat(run("manage", "127.0.0.1", "--json", "--key", successor.toString(), "trust"))
                .isEmpty();
        assertThat(terminal.answer()).contains("\"own\":true").doesNotContain("\"own\":false");
        assertThat(run("manage", "127.0.0.1", "--json", "info")).isEmpty();
        assertThat(terminal.answer()).endsWith("\"denial\":\"password_wanted\"}");
    }

    @Test
    void withoutAPasswordItSaysHowToGiveOne() throws Exception {
        assertThat(run("manage", "127.0.0.1", "wifi")).contains(LanFailure.NOT_AUTHORIZED);

        assertThat(terminal.told()).anySatisfy(line -> assertThat(line).contains("--password-stdin"));
    }

    @Test
    void aWrongPasswordIsNotAuthorized() throws Exception {
        var file = Files.writeString(home.resolve("password.txt"), "wrong\n");

        assertThat(run("manage", "127.0.0.1", "--password-file", file.toString(), "--json", "trust"))
                .contains(LanFailure.NOT_AUTHORIZED);

        assertThat(terminal.answer()).startsWith("{\"reason\":\"not_authorized\",\"message\":");
    }

    @Test
    void theTrustedKeysAreShown() throws Exception {
        terminal.typing(ManagedAppliance.PASSWORD);

        assertThat(run("manage", "127.0.0.1", "trust")).isEmpty();

        assertThat(terminal.answer()).contains("ACCESS ID", "yours");
    }

    @Test
    void wrongArgumentsAreSaidBeforeAnythingIsSent() {
        assertThat(CommandLineOptions.parse("manage", "127.0.0.1")).isInstanceOf(CommandLineOptions.Parsed.Wrong.class);
        assertThat(CommandLineOptions.parse("manage", "nowhere.example", "info"))
                .isInstanceOf(CommandLineOptions.Parsed.Wrong.class);
        assertThat(CommandLineOptions.parse("manage", "127.0.0.1", "network", "--address", "10.0.0.1"))
                .isInstanceOf(CommandLineOptions.Parsed.Wrong.class);
        assertThat(CommandLineOptions.parse("discover", "--timeout", "-1"))
                .isInstanceOf(CommandLineOptions.Parsed.Wrong.class);
    }
}
