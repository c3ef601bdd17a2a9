package wifisetup.network.nmcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import wifisetup.secret.Secret;

/// The contract against the nmcli of a real NetworkManager, with wpa_supplicant and hostapd, on simulated radios. A
/// script runs it, as `sudo` does on a system where nmcli alone has the rights.
final class NmcliWifiLabProof extends WifiContract {
    private static final String NMCLI = Path.of("src/it/wifi-lab/nmcli").toString();
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
        return new StopwatchedWifi(wifi(NMCLI));
    }

    /// An emulated machine on a busy host. A refused WPA3 password, and an account's, nmcli tells after 25 s and more.
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
        try (var wifi = wifi(NMCLI, "-u")) {
            assertThat(wifi.join(LabNetwork.CAFE.request(), new Cancellation(), new Stages()))
                    .isEqualTo(new Failure.Denied("org.freedesktop.NetworkManager.settings.modify.system"));
        }
    }

    /// While the password is checked, which takes seconds, all processes are looked at.
    @Test
    void noProcessShowsThePassword() throws Exception {
        var password = "hunter22-never-shown";
        var stages = new Stages();
        var cancellation = new Cancellation();
        var outcome = new CompletableFuture<JoinOutcome>();
        try (var wifi = wifi(NMCLI)) {
            var request = LabNetwork.HOME.request(new Credentials.Passphrase(new Secret(password)));
            Thread.startVirtualThread(() -> {
                try {
                    outcome.complete(wifi.join(request, cancellation, stages));
                } catch (InterruptedException | RuntimeException failure) {
                    outcome.completeExceptionally(failure);
                }
            });
            stages.reached(JoinStage.AUTHENTICATING).get(90, TimeUnit.SECONDS);

            assertThat(shown()).contains("passwd-file").doesNotContain(password);
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
        try (var wifi = wifi(NMCLI)) {
            assertThat(wifi.join(LabNetwork.CORP.request(account), new Cancellation(), new Stages()))
                    .isInstanceOf(Joined.class);
            assertThat(wifi.join(LabNetwork.CORP.request(new Credentials.Saved()), new Cancellation(), new Stages()))
                    .isInstanceOf(Joined.class);
        }
    }

    private static Wifi wifi(String... command) {
        return new NmcliWifi(List.of(command), StandardCharsets.UTF_8, Path.of("/sys"), VirtualLab.rules(), TIMER);
    }

    /// The command lines and environments of all processes here; one that ends meanwhile shows nothing.
    private static String shown() throws IOException {
        var shown = new StringBuilder();
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                for (String file : List.of("cmdline", "environ")) {
                    try {
                        shown.append(Files.readString(process.resolve(file), StandardCharsets.ISO_8859_1));
                    } catch (IOException gone) {
                        shown.append(' ');
                    }
                }
            }
        }
        return shown.toString();
    }
}
