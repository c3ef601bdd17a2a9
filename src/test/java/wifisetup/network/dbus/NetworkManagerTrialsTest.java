package wifisetup.network.dbus;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import wifisetup.dbus.PrivateBus;
import wifisetup.loop.SystemTimer;
import wifisetup.loop.Timer;
import wifisetup.network.Checkpoint;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.HeldRules;
import wifisetup.network.LabNetwork;
import wifisetup.network.Laboratory;
import wifisetup.network.NetworkTrialsFullContract;
import wifisetup.network.TrialOutcome;
import wifisetup.network.Wifi;

/// The contract of trials, and more, against a NetworkManager of our own on a bus of our own.
final class NetworkManagerTrialsTest extends NetworkTrialsFullContract {
    private final FakeNetworkManager manager;

    @AutoClose
    private final PrivateBus bus;

    @AutoClose
    private final SystemTimer clock = new SystemTimer();

    private final Timer hasty = (delay, action) -> clock.after(delay.dividedBy(FakeNetworkManager.HASTE), action);

    NetworkManagerTrialsTest() throws IOException, DBusException {
        bus = new PrivateBus();
        manager = new FakeNetworkManager(bus.address());
    }

    @Override
    protected Laboratory laboratory() {
        return manager;
    }

    @Override
    protected Wifi open() {
        return new NetworkManagerWifi(bus.address(), HeldRules.settled(), hasty);
    }

    @Override
    protected Duration limit() {
        return Duration.ofSeconds(20);
    }

    @Test
    void aCheckpointOfAnotherProgramIsNotTouched() throws Exception {
        manager.foreignCheckpoint();

        assertThat(tryOut(LabNetwork.CAFE.request())).isEqualTo(new TrialOutcome.Busy());
        assertThat(manager.hasCheckpoint()).isTrue();
    }

    @Test
    void aJoinForGoodIsNotUndoneByACheckpointOfThisRadioWhoeverMadeIt() throws Exception {
        manager.foreignCheckpoint();

        begin(LabNetwork.HOME);

        assertThat(manager.hasCheckpoint()).isFalse();
    }

    @Test
    void aCheckpointOfTheWholeMachineIsNotForUsToEnd() throws Exception {
        manager.checkpointOfTheWholeMachine();

        begin(LabNetwork.HOME);

        assertThat(manager.hasCheckpoint()).isTrue();
    }

    @Test
    void aProgramThatEndsReturnsAtOnce() throws Exception {
        begin(LabNetwork.HOME);
        onTrial(LabNetwork.CAFE.request());

        restart();

        assertThat(manager.hasCheckpoint()).isFalse();
        assertThat(manager.calls()).contains("CheckpointRollback");
    }

    @Test
    void anAddressOnTrialIsTakenBackWhenNetworkManagerIsKilled() throws Exception {
        begin(LabNetwork.HOME);
        var before = manager.kept();
        onTrial(LabNetwork.HOME.request(new Credentials.Saved()).with(byHand("10.77.1.77")));
        assertThat(manager.kept()).isNotEqualTo(before);
        var restored = manager.called("Update2");

        manager.restart();

        assertThat(end()).isEqualTo(Checkpoint.End.RETURNED);
        restored.get(20, SECONDS);
        assertThat(manager.kept()).isEqualTo(before);
    }

    @Test
    void theDevicesOwnAccessPointIsNoNetworkToReturnTo() throws Exception {
        manager.beAccessPoint();

        assertThat(canReturn()).isFalse();
        assertThat(tryOut(LabNetwork.CAFE.request())).isInstanceOf(TrialOutcome.NoReturn.class);
        assertThat(manager.calls()).doesNotContain("CheckpointCreate", "AddAndActivateConnection2");
    }

    @Test
    void whoMayNotGoBackIsToldWhichRightIsMissing() throws Exception {
        manager.allowed(false);

        assertThat(tryOut(LabNetwork.CAFE.request()))
                .isEqualTo(new TrialOutcome.Failed(
                        new Failure.Denied("org.freedesktop.NetworkManager.checkpoint-rollback")));
        assertThat(manager.calls()).doesNotContain("AddAndActivateConnection2");
    }
}
