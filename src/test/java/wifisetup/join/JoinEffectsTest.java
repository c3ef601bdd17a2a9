package wifisetup.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Cancellation;
import wifisetup.loop.ManualTimer;
import wifisetup.network.Checkpoint;
import wifisetup.network.Connectivity;
import wifisetup.network.Country;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.NetworkStatus;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.TrialOutcome;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;
import wifisetup.secret.Secret;

class JoinEffectsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Ssid HOME = Ssid.of("Home");
    private static final JoinRequest REQUEST = new JoinRequest(
            new NetworkId(HOME, Security.WPA2), new Credentials.Passphrase(new Secret("hunter22")), false);

    private final ManualTimer timer = new ManualTimer();
    private final List<JoinEvent> replies = new ArrayList<>();
    private final List<Object> told = new ArrayList<>();
    private final FakeWifi wifi = new FakeWifi();
    private final JoinEffects effects =
            new JoinEffects(wifi, () -> Optional.of("http://portal.example/"), timer, () -> NOW, told::add, told::add);

    @Test
    void aJoinTellsItsBeginningItsStagesAndItsEnd() throws Exception {
        effects.perform(new JoinEffect.Join(1, REQUEST), replies::add);

        assertThat(replies)
                .containsExactly(
                        new JoinEvent.JoinBegan(1, NOW),
                        new JoinEvent.Reached(1, JoinStage.AUTHENTICATING),
                        new JoinEvent.Ended(1, new Failure.OutOfRange()));
    }

    @Test
    void aCancelThatComesBeforeItsJoinStillCancelsItAndNoLaterOne() throws Exception {
        effects.perform(new JoinEffect.Cancel(1), replies::add);
        effects.perform(new JoinEffect.Join(1, REQUEST), replies::add);
        assertThat(replies).endsWith(new JoinEvent.Ended(1, new Failure.Cancelled()));

        effects.perform(new JoinEffect.Join(2, REQUEST), replies::add);

        assertThat(replies).endsWith(new JoinEvent.Ended(2, new Failure.OutOfRange()));
    }

    @Test
    void anOldListIsSaidToBeOldAfterTheInterval() throws Exception {
        effects.perform(new JoinEffect.ScanLater(NOW), replies::add);
        timer.advance(JoinEffects.SCAN_INTERVAL.minus(Duration.ofNanos(1)));
        assertThat(replies).isEmpty();

        timer.advance(Duration.ofNanos(1));

        assertThat(replies).containsExactly(new JoinEvent.ScanDue(NOW));
    }

    @Test
    void listsAndReportsGoToWhomTheyConcern() throws Exception {
        effects.perform(new JoinEffect.Look(), replies::add);
        effects.perform(new JoinEffect.Scan(), replies::add);
        effects.perform(new JoinEffect.Forget(HOME), replies::add);
        assertThat(replies)
                .containsExactly(
                        new JoinEvent.Listed(List.of()),
                        new JoinEvent.Scanned(List.of(), NOW),
                        new JoinEvent.OfSaved.SavedHeard(List.of()),
                        new JoinEvent.Listed(List.of()));

        effects.perform(new JoinEffect.Report(HOME, new Failure.NoAddress()), replies::add);
        effects.perform(new JoinEffect.Leave(true), replies::add);
        assertThat(told)
                .containsExactly(new JoinEffect.Report(HOME, new Failure.NoAddress()), new JoinEffect.Leave(true));
    }

    @Test
    void savedNetworksTheCountryAndTheSignInGoToTheRadio() throws Exception {
        effects.perform(new JoinEffect.ListSaved(), replies::add);
        effects.perform(new JoinEffect.Change(Map.of(new ProfileId("a"), NetworkSettings.DEFAULT)), replies::add);
        effects.perform(new JoinEffect.SetCountry(new Country("PT")), replies::add);
        effects.perform(new JoinEffect.FindSignIn(), replies::add);
        effects.perform(new JoinEffect.CheckInternet(), replies::add);

        assertThat(replies)
                .containsExactly(
                        new JoinEvent.OfSaved.SavedHeard(List.of()),
                        new JoinEvent.OfSaved.SavedHeard(List.of()),
                        new JoinEvent.OfSignIn.PageFound(Optional.of("http://portal.example/")),
                        new JoinEvent.OfSignIn.Checked(Connectivity.FULL));
        assertThat(wifi.asked).containsExactly("change a", "country PT");
    }

    @Test
    void whatThePersonAskedForInVainIsTrouble() {
        var denied = new Failure.Denied("an.action");
        var thrown = new WifiException(denied);

        assertThat(JoinEffects.failed(new JoinEffect.TurnOn(), thrown)).isEqualTo(new JoinEvent.Troubled(denied));
        assertThat(JoinEffects.failed(new JoinEffect.ListSaved(), thrown)).isEqualTo(new JoinEvent.Troubled(denied));
        assertThat(JoinEffects.failed(new JoinEffect.CheckInternet(), thrown))
                .isEqualTo(new JoinEvent.OfSignIn.Checked(Connectivity.UNKNOWN));
        assertThat(JoinEffects.failed(new JoinEffect.FindSignIn(), thrown))
                .isEqualTo(new JoinEvent.OfSignIn.PageFound(Optional.empty()));
    }

    @Test
    void whatFailsBecomesAnEventOfItsKind() {
        var denied = new Failure.Denied("an.action");

        assertThat(JoinEffects.failed(new JoinEffect.Scan(), new WifiException(denied)))
                .isEqualTo(new JoinEvent.ScanFailed(denied));
        assertThat(JoinEffects.failed(new JoinEffect.Join(7, REQUEST), new IllegalStateException("x")))
                .isEqualTo(new JoinEvent.Ended(7, new Failure.Other("IllegalStateException")));
    }

    /// No network answers, unless the join was cancelled.
    private static final class FakeWifi implements Wifi {
        private final List<String> asked = new ArrayList<>();

        @Override
        public void observe(Consumer<? super NetworkStatus> observer) {}

        @Override
        public List<Network> networks() {
            return List.of();
        }

        @Override
        public List<Network> scan(List<Ssid> hidden) {
            return List.of();
        }

        @Override
        public JoinOutcome join(JoinRequest request, Cancellation cancellation, Consumer<? super JoinStage> progress) {
            progress.accept(JoinStage.AUTHENTICATING);
            return cancellation.isCancelled() ? new Failure.Cancelled() : new Failure.OutOfRange();
        }

        @Override
        public boolean canReturn() {
            return true;
        }

        @Override
        public TrialOutcome joinOnTrial(
                JoinRequest request,
                Duration limit,
                Cancellation cancellation,
                Consumer<? super JoinStage> progress,
                Consumer<? super Checkpoint.End> end) {
            throw new AssertionError("no trial is wanted");
        }

        @Override
        public List<SavedNetwork> saved() {
            return List.of();
        }

        @Override
        public int forget(Ssid ssid) {
            return 1;
        }

        @Override
        public void disconnect(Ssid ssid) {}

        @Override
        public void change(ProfileId profile, NetworkSettings settings) {
            asked.add("change " + profile);
        }

        @Override
        public void turnOn() {}

        @Override
        public void setCountry(Country country) {
            asked.add("country " + country.code());
        }

        @Override
        public Optional<String> connectivityPage() {
            return Optional.empty();
        }

        @Override
        public Connectivity checkConnectivity() {
            return Connectivity.FULL;
        }

        @Override
        public void close() {}
    }
}
