package wifisetup;

import wifisetup.device.Activity;
import wifisetup.device.NetworkTrial;
import wifisetup.join.JoinState;
import wifisetup.join.Place;
import wifisetup.network.JoinStage;
import wifisetup.setup.Phase;
import wifisetup.setup.SetupState;

/// What the device is at, for those who look for it on the network.
final class ActivityOf {
    private ActivityOf() {}

    /// How far a changed network is that waits for its manager to return over it.
    private static final float UNCONFIRMED = 0.95f;

    /// A join counts most, be it the person's or a manager's, then the set-up around it.
    static Activity of(SetupState setup, JoinState join, NetworkTrial trial) {
        return switch (trial) {
            case NetworkTrial.Running running -> new Activity.Joining(progress(running.course()));
            case NetworkTrial.None _, NetworkTrial.Returned _ -> of(setup, join);
        };
    }

    private static float progress(NetworkTrial.Course course) {
        return switch (course) {
            case NetworkTrial.Course.OnTheWay(var stage) -> progress(stage);
            case NetworkTrial.Course.There _, NetworkTrial.Course.Staying _ -> UNCONFIRMED;
        };
    }

    private static Activity of(SetupState setup, JoinState join) {
        return switch (join.place()) {
            case Place.Joining joining -> new Activity.Joining(progress(joining.stage()));
            case Place.Done _ -> new Activity.Joined();
            case Place.Failed failed -> new Activity.NotJoined(failed.failure().reason());
            case Place.Closed _,
                    Place.Choosing _,
                    Place.Naming _,
                    Place.Asking _,
                    Place.Saved _,
                    Place.Profile _,
                    Place.Addressing _,
                    Place.SigningIn _ -> of(setup.phase());
        };
    }

    private static Activity of(Phase phase) {
        return switch (phase) {
            case Phase.Idle _, Phase.Grace _ -> new Activity.Idle();
            case Phase.Selecting _ -> new Activity.Choosing();
            case Phase.Working _ -> new Activity.SettingUp();
        };
    }

    /// About the part of its time that a join has taken when it comes to that stage.
    private static float progress(JoinStage stage) {
        return switch (stage) {
            case PREPARING -> 0.1f;
            case AUTHENTICATING -> 0.3f;
            case CHECKING_PASSWORD_AGAIN -> 0.4f;
            case TRYING_OLDER_SECURITY -> 0.5f;
            case GETTING_ADDRESS -> 0.7f;
            case CHECKING_INTERNET -> 0.9f;
        };
    }
}
