package wifisetup.network.nmcli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.loop.Cancellation;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Adapter;
import wifisetup.network.Block;
import wifisetup.network.Connectivity;
import wifisetup.network.Country;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Obstacle;
import wifisetup.network.RadioRules;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.Stages;
import wifisetup.network.Statuses;
import wifisetup.network.Wire;
import wifisetup.secret.Secret;

/// Against a program in the place of nmcli, which says what the real one was recorded to say.
@Timeout(60)
final class NmcliWifiTest {
    private static final RadioRules RULES = new RadioRules() {
        @Override
        public Domain domain() {
            return new Domain.Of(new Country("DE"));
        }

        @Override
        public void set(Country country) {
            throw new AssertionError("nobody asked for " + country);
        }
    };
    private static final String OLD = "982a80ad-4cd7-4e78-8a11-70985c7e881c";
    private static final Link UP = new Link.Up(Ssid.of("HomeNet"), List.of("10.77.1.139"), Optional.of("10.77.1.1"));
    private static final JoinRequest HOME = new JoinRequest(
            new NetworkId(Ssid.of("HomeNet"), Security.WPA2),
            new Credentials.Passphrase(new Secret("hunter22")),
            false);

    @AutoClose
    private final SystemTimer timer = new SystemTimer();

    @TempDir
    private Path directory;

    /// A machine with one adapter, on HomeNet by a kept profile. Each run is noted in `log`.
    private NmcliWifi wifi(String general, String adapter, String up) throws IOException {
        var command = StandIn.command(directory, """
                echo "$*" >> "$here/log"
                case "$*" in
                monitor) echo 'NetworkManager is running'; mkfifo "$here/end.$$"; read -r _ < "$here/end.$$" ;;
                *STARTUP*) echo '%s' ;;
                *CON-UUID*) echo 'eth0:ethernet:unavailable:'; echo '%s' ;;
                *GENERAL.HWADDR*) printf 'GENERAL.HWADDR:02:00:00:00:00:01\\nIP4.ADDRESS[1]:10.77.1.139/24\\n'
                    printf 'IP4.GATEWAY:10.77.1.1\\nIP6.ADDRESS[1]:fe80::1/64\\nIP6.GATEWAY:\\n' ;;
                *FILENAME*) echo '%s:802-11-wireless:yes:/etc/x'; echo '773b4a32-20bb-4ded-a985-a298e610c173:loopback:no:' ;;
                *802-11-wireless.ssid*) printf 'connection.uuid:%s\\nconnection.autoconnect:yes\\n'
                    printf '802-11-wireless-security.key-mgmt:wpa-psk\\n'
                    printf 'connection.id:HomeNet\\nconnection.uuid:%s\\n802-11-wireless.ssid:HomeNet\\n' ;;
                *clone*) echo 'HomeNet (%s) cloned as HomeNet (a8ef715b-b01e-4666-abee-5be010f7656a).' ;;
                *passwd-file*) cat > "$here/read"; %s ;;
                *connectivity*) echo full ;;
                esac""".formatted(general, adapter, OLD, OLD, OLD, OLD, up));
        return new NmcliWifi(command, StandardCharsets.UTF_8, directory, RULES, timer);
    }

    private NmcliWifi connected(String up) throws IOException {
        return wifi("started:full:enabled:enabled", "wlan0:wifi:connected:" + OLD, up);
    }

    @Test
    void theStatusIsWhatNmcliPrints() throws Exception {
        try (var wifi = connected("exit 0")) {
            var status = await(wifi, shown -> shown.adapter() instanceof Adapter.Ready);

            assertThat(status)
                    .isEqualTo(new NetworkStatus(
                            new Adapter.Ready("wlan0", "02:00:00:00:00:01"), UP, Wire.DOWN, Connectivity.FULL, 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"enabled:disabled, SOFTWARE", "disabled:disabled, SWITCH", "disabled:enabled, SWITCH"})
    void aRadioThatIsOffSaysWhatKeepsItOff(String switches, Block block) throws Exception {
        try (var wifi = wifi("started:none:" + switches, "wlan0:wifi:unavailable:", "exit 0")) {
            await(wifi, shown -> shown.adapter().equals(new Adapter.Blocked(block)));

            assertThat(join(wifi, HOME, new Stages())).isEqualTo(new Failure.RfKill(block));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "started, eth1:ethernet:unavailable:, MISSING",
        "starting, eth1:ethernet:unavailable:, STARTING",
        "started, wlan0:wifi:unavailable:, STARTING"
    })
    void anAdapterThatIsNotReadySaysWhy(String startup, String device, String expected) throws Exception {
        try (var wifi = wifi(startup + ":none:enabled:enabled", device, "exit 0")) {
            var wanted = expected.equals("MISSING") ? Adapter.Missing.class : Adapter.Starting.class;
            var status = await(wifi, shown -> shown.savedNetworks() == 1);

            assertThat(status.adapter()).isInstanceOf(wanted);
        }
    }

    @Test
    void aProgramThatIsNotThereMakesTheStatusUnavailable() throws Exception {
        try (var wifi = new NmcliWifi(List.of("/nonexistent/nmcli"), StandardCharsets.UTF_8, directory, RULES, timer)) {
            var status = await(wifi, shown -> shown.adapter() instanceof Adapter.Unavailable);

            assertThat(status.adapter().toString()).contains("nmcli cannot be run");
            assertThat(join(wifi, HOME, new Stages())).isInstanceOf(Failure.BackendUnavailable.class);
        }
    }

    @Test
    void theNewProfileIsKeptAndTheOldOneDeletedOnlyAfterTheJoinWorked() throws Exception {
        try (var wifi = connected("exit 0")) {
            assertThat(join(wifi, HOME, new Stages())).isInstanceOf(Joined.class);

            var log = log();
            assertThat(log.stream().filter(NmcliWifiTest::changesSomething))
                    .containsExactly(
                            "connection clone --temporary uuid " + OLD + " HomeNet",
                            "connection modify --temporary uuid a8ef715b-b01e-4666-abee-5be010f7656a"
                                    + " connection.autoconnect no",
                            "connection modify --temporary uuid a8ef715b-b01e-4666-abee-5be010f7656a"
                                    + " remove 802-11-wireless-security",
                            "connection modify --temporary uuid a8ef715b-b01e-4666-abee-5be010f7656a"
                                    + " connection.autoconnect no 802-11-wireless.hidden no"
                                    + " 802-11-wireless-security.key-mgmt wpa-psk",
                            "--wait 75 connection up uuid a8ef715b-b01e-4666-abee-5be010f7656a ifname wlan0"
                                    + " passwd-file /proc/self/fd/0",
                            "connection modify uuid a8ef715b-b01e-4666-abee-5be010f7656a connection.autoconnect yes",
                            "connection delete uuid " + OLD);
            assertThat(log).noneMatch(line -> line.contains("hunter22"));
            assertThat(directory.resolve("read")).hasContent("802-11-wireless-security.psk:hunter22");
        }
    }

    @Test
    void aFailedJoinDeletesItsOwnProfileAndNoOther() throws Exception {
        try (var wifi = connected(
                "echo 'Error: Connection activation failed: Secrets were required, but not provided' >&2; exit 4")) {
            assertThat(join(wifi, HOME, new Stages())).isEqualTo(new Failure.WrongPassword());

            assertThat(log().stream().filter(line -> line.contains("delete")))
                    .containsExactly("connection delete uuid a8ef715b-b01e-4666-abee-5be010f7656a");
        }
    }

    @Test
    void aCancelledJoinEndsItsProgramAndDeletesItsProfile() throws Exception {
        var begun = StandIn.pipe(directory, "begun");
        StandIn.pipe(directory, "never");
        try (var wifi = connected("echo $$ > \"$here/begun\"; read -r _ < \"$here/never\"")) {
            var cancellation = new Cancellation();
            var process = new CompletableFuture<ProcessHandle>();
            Thread.startVirtualThread(() -> {
                try {
                    process.complete(ProcessHandle.of(
                                    Long.parseLong(Files.readString(begun).strip()))
                            .orElseThrow());
                } catch (IOException failure) {
                    process.completeExceptionally(failure);
                }
                cancellation.cancel();
            });

            assertThat(wifi.join(HOME, cancellation, new Stages())).isEqualTo(new Failure.Cancelled());

            assertThat(process.get(30, SECONDS).onExit().get(30, SECONDS).isAlive())
                    .isFalse();
            assertThat(log()).contains("connection delete uuid a8ef715b-b01e-4666-abee-5be010f7656a");
        }
    }

    @ParameterizedTest
    @ValueSource(bytes = {(byte) 0xff, 0})
    void aNameThatNmcliCannotExpressIsUnsupported(byte hostile) throws Exception {
        var id = new NetworkId(Ssid.of(new byte[] {'a', hostile}), Security.OPEN);
        try (var wifi = connected("exit 0")) {
            assertThat(join(wifi, new JoinRequest(id, new Credentials.None(), false), new Stages()))
                    .isEqualTo(new Failure.Unsupported(Obstacle.NAME));
        }
    }

    @Test
    void anEnterpriseNetworkWantsAnAccount() throws Exception {
        var id = new NetworkId(Ssid.of("CorpNet"), Security.ENTERPRISE);
        try (var wifi = connected("exit 0")) {
            assertThat(join(wifi, new JoinRequest(id, HOME.credentials(), false), new Stages()))
                    .isEqualTo(new Failure.PasswordRequired());
        }
    }

    @Test
    void theStagesBeginWithThePreparation() throws Exception {
        var stages = new Stages();
        try (var wifi = connected("exit 0")) {
            assertThat(join(wifi, HOME, stages)).isInstanceOf(Joined.class);
        }

        assertThat(stages.told())
                .containsExactly(JoinStage.PREPARING, JoinStage.GETTING_ADDRESS, JoinStage.CHECKING_INTERNET);
    }

    private static JoinOutcome join(NmcliWifi wifi, JoinRequest request, Stages stages) throws InterruptedException {
        return wifi.join(request, new Cancellation(), stages);
    }

    private static NetworkStatus await(NmcliWifi wifi, Predicate<NetworkStatus> fits) throws Exception {
        var statuses = new Statuses();
        wifi.observe(statuses);
        return statuses.when(fits).get(30, SECONDS);
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(directory.resolve("log"));
    }

    private static boolean changesSomething(String line) {
        return line.matches(".*\\b(add|clone|modify|up|down|delete)\\b.*");
    }
}
