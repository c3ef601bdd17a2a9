package wifisetup.network.nmcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Cancellation;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Credentials;
import wifisetup.network.Eap;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.LabNetwork;
import wifisetup.network.Laboratory;
import wifisetup.network.Limits;
import wifisetup.network.ServerTrust;
import wifisetup.network.Stages;
import wifisetup.network.Wifi;
import wifisetup.network.WifiContract;
import wifisetup.network.dbus.StopwatchedWifi;
import wifisetup.network.dbus.VirtualLab;
import wifisetup.network.iw.Iw;
import wifisetup.secret.Secret;

/// The contract against the nmcli of a real NetworkManager, with wpa_supplicant and hostapd, on simulated radios. It
/// runs inside the machine: the words before its arguments stand for the `sudo` of a system where it alone has the
/// rights.
final class NmcliWifiLabProof extends WifiContract {
    private static final List<String> SUDO =
            List.of(Path.of("src/it/wifi-lab/apart").toString());
    private static final SystemTimer TIMER = new SystemTimer();

    private final VirtualLab lab = new VirtualLab();

    @AfterAll
    static void stopTheClock() {
        TIMER.close();
    }

    @Override
    protected Laboratory laboratory() {
        return lab;
    }

    @Override
    protected Wifi open() {
        return new StopwatchedWifi(wifi("nmcli"));
    }

    /// An emulated machine on a busy host: each question to nmcli takes 0.2 s, and on a busy host many times that; a
    /// join asks some ten.
    @Override
    protected Limits limits() {
        return new Limits(
                Duration.ofSeconds(60),
                Duration.ofSeconds(90),
                Duration.ofSeconds(90),
                Duration.ofSeconds(90),
                Duration.ofSeconds(90),
                Duration.ofSeconds(30),
                Duration.ofSeconds(90));
    }

    /// The kiosk's own user without the polkit rule that it is installed with.
    @Test
    void aUserWithoutRightsIsToldWhichOneIsMissing() throws Exception {
        try (var wifi = wifi("setpriv", "--reuid=1000", "--regid=1000", "--clear-groups", "nmcli")) {
            assertThat(wifi.join(LabNetwork.CAFE.request(), new Cancellation(), new Stages()))
                    .isEqualTo(new Failure.Denied("org.freedesktop.NetworkManager.settings.modify.system"));
        }
    }

    /// While the password is checked, which takes seconds, all processes of both machines are looked at.
    @Test
    void noProcessShowsThePassword() throws Exception {
        var password = "hunter22-never-shown";
        var stages = new Stages();
        var cancellation = new Cancellation();
        var outcome = new CompletableFuture<JoinOutcome>();
        try (var wifi = wifi("nmcli")) {
            var request = LabNetwork.HOME.request(new Credentials.Passphrase(new Secret(password)));
            Thread.startVirtualThread(() -> {
                try {
                    outcome.complete(wifi.join(request, cancellation, stages));
                } catch (InterruptedException | RuntimeException failure) {
                    outcome.completeExceptionally(failure);
                }
            });
            stages.reached(JoinStage.AUTHENTICATING).get(90, TimeUnit.SECONDS);

            assertThat(shown("cat", "/proc/[0-9]*/cmdline", "/proc/[0-9]*/environ"))
                    .contains("nmcli")
                    .contains("passwd-file")
                    .doesNotContain(password);
            assertThat(ProcessHandle.allProcesses()
                            .map(process -> process.info().commandLine().orElse("")))
                    .noneMatch(line -> line.contains(password));
        } finally {
            cancellation.cancel();
        }
        assertThat(outcome.get(90, TimeUnit.SECONDS)).isInstanceOf(Failure.class);
    }

    /// The access point takes the account's password by nmcli's password file.
    @Test
    void anAccountIsAdmitted() throws Exception {
        var account = new Credentials.Account(
                "alice",
                "",
                new Eap.Peap(new Secret("corp-pass-1")),
                new ServerTrust.Authority("/etc/lab/eap/ca.pem", "radius.lab.test"));
        try (var wifi = wifi("nmcli")) {
            assertThat(wifi.join(LabNetwork.CORP.request(account), new Cancellation(), new Stages()))
                    .isInstanceOf(Joined.class);
            assertThat(wifi.join(LabNetwork.CORP.request(new Credentials.Saved()), new Cancellation(), new Stages()))
                    .isInstanceOf(Joined.class);
        }
    }

    private static Wifi wifi(String... command) {
        var words = new ArrayList<>(SUDO);
        words.addAll(List.of(command));
        return new NmcliWifi(words, StandardCharsets.UTF_8, Path.of("/sys"), new Iw(List.of("/nonexistent/iw")), TIMER);
    }

    private static String shown(String... command) throws IOException, InterruptedException {
        return VirtualLab.run(String.join(" ", command) + " 2>/dev/null | tr '\\0' ' '");
    }
}
