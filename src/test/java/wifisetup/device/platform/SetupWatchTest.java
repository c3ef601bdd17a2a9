package wifisetup.device.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static wifisetup.device.platform.Samples.IDLE;
import static wifisetup.device.platform.Samples.OFFLINE;
import static wifisetup.device.platform.Samples.ONLINE;
import static wifisetup.device.platform.Samples.SELECTING;
import static wifisetup.device.platform.Samples.START;
import static wifisetup.device.platform.Samples.WIRED;
import static wifisetup.device.platform.Samples.WORKING;
import static wifisetup.device.platform.Samples.at;
import static wifisetup.device.platform.Samples.state;
import static wifisetup.device.platform.Samples.trouble;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wifisetup.network.Connectivity;
import wifisetup.setup.Consent;
import wifisetup.setup.Online;
import wifisetup.setup.SetupState;

class SetupWatchTest {
    private static final Report NO_NETWORK = new Report.NetworkChanged("", false, Connectivity.NONE);
    private static final Report HOME = new Report.NetworkChanged("home", false, Connectivity.FULL);
    private static final Report CABLE = new Report.NetworkChanged("", true, Connectivity.FULL);

    @Test
    void aSetupIsReportedFromItsFirstPageToTheNetwork() {
        assertThat(reports(
                        at(SELECTING, OFFLINE),
                        at(WORKING, OFFLINE),
                        state(WORKING, Samples.WANTED, new Online.SettingClock(1), ONLINE),
                        at(IDLE, ONLINE)))
                .containsExactly(NO_NETWORK, new Report.SetupStarted(), HOME, new Report.SetupCompleted());
    }

    @Test
    void aClientThatGivesUpIsOneFailureAndTheSetupGoesOn() {
        assertThat(reports(
                        at(SELECTING, OFFLINE),
                        at(WORKING, OFFLINE),
                        at(trouble("hotspot lost"), OFFLINE),
                        at(trouble("hotspot lost"), ONLINE),
                        at(IDLE, ONLINE)))
                .containsExactly(
                        NO_NETWORK,
                        new Report.SetupStarted(),
                        new Report.SetupFailed("hotspot lost"),
                        HOME,
                        new Report.SetupCompleted());
    }

    @Test
    void whoWantsNoConnectionEndsItAndAnotherOneStartsAnew() {
        var skipped = state(IDLE, new Consent.Skipped("boot"), new Online.No(), OFFLINE);
        var never = state(IDLE, new Consent.Never(), new Online.No(), OFFLINE);

        assertThat(reports(at(SELECTING, OFFLINE), skipped, skipped, at(SELECTING, OFFLINE), never))
                .containsExactly(
                        NO_NETWORK,
                        new Report.SetupStarted(),
                        new Report.SetupFailed("skipped"),
                        new Report.SetupStarted(),
                        new Report.SetupFailed("never"));
    }

    @Test
    void aPauseOfASetupIsNoEnd() {
        assertThat(reports(at(SELECTING, OFFLINE), at(IDLE, OFFLINE), at(SELECTING, OFFLINE)))
                .containsExactly(NO_NETWORK, new Report.SetupStarted());
    }

    @Test
    void aDeviceThatComesOnlineByItselfReportsItsNetworkAlone() {
        assertThat(reports(at(IDLE, OFFLINE), at(IDLE, ONLINE), at(IDLE, ONLINE), at(IDLE, WIRED)))
                .containsExactly(NO_NETWORK, HOME, CABLE);
    }

    private static List<Report> reports(SetupState... states) {
        var reports = new ArrayList<Report>();
        var watch = SetupWatch.from(START);
        for (var state : states) {
            var step = watch.see(state);
            watch = step.next();
            reports.addAll(step.reports());
        }
        return reports;
    }
}
