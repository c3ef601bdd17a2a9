package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import wifisetup.device.Activity;
import wifisetup.device.Keeping;
import wifisetup.device.NetworkChange;
import wifisetup.device.NetworkTrial;
import wifisetup.device.NetworkTrial.Course;
import wifisetup.join.JoinState;
import wifisetup.network.IpSettings;
import wifisetup.network.JoinStage;
import wifisetup.setup.Memory;
import wifisetup.setup.SetupState;

class ActivityOfTest {
    private static Activity during(Course course) {
        var change = new NetworkChange.Address(IpSettings.AUTOMATIC);
        return of(new NetworkTrial.Running(1, change, Keeping.ON_RETURN, Instant.EPOCH, course));
    }

    private static Activity of(NetworkTrial trial) {
        var setup = SetupState.initial(Memory.NEW_DEVICE);
        return ActivityOf.of(setup, JoinState.INITIAL, trial);
    }

    @Test
    void aManagersTrialIsToldAsProgress() {
        assertThat(during(new Course.OnTheWay(JoinStage.GETTING_ADDRESS))).isEqualTo(new Activity.Joining(0.7f));
        assertThat(during(new Course.There())).isEqualTo(new Activity.Joining(0.95f));
        assertThat(of(new NetworkTrial.None())).isEqualTo(new Activity.Idle());
    }
}
