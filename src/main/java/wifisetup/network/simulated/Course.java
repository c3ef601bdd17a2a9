package wifisetup.network.simulated;

import static wifisetup.network.JoinStage.AUTHENTICATING;
import static wifisetup.network.JoinStage.CHECKING_INTERNET;
import static wifisetup.network.JoinStage.CHECKING_PASSWORD_AGAIN;
import static wifisetup.network.JoinStage.GETTING_ADDRESS;
import static wifisetup.network.JoinStage.PREPARING;
import static wifisetup.network.JoinStage.TRYING_OLDER_SECURITY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Security;

/// How one join goes if nothing disturbs it: its stages with their durations, and the failure at the end, if it fails.
/// Pure.
record Course(List<Leg> legs, Optional<Failure> failure) {
    Course {
        legs = List.copyOf(legs);
    }

    /// A stage and how long it lasts.
    record Leg(JoinStage stage, Duration lasts) {}

    /// The course of a join that ends before it begins.
    static Course refused(Failure failure) {
        return new Course(List.of(), Optional.of(failure));
    }

    /// The course of a join of a network that is not there.
    static Course absent(Pace pace) {
        return new Course(
                List.of(new Leg(PREPARING, pace.prepare().plus(pace.absence()))),
                Optional.of(new Failure.OutOfRange()));
    }

    /// The course of a join of that access point with that.
    ///
    /// @param addressed whether an address can be had: somebody hands them out, or it was set by hand
    static Course of(AccessPoint accessPoint, Credentials presented, boolean addressed, Pace pace) {
        if (accessPoint.obstacle().isPresent()) {
            return refused(new Failure.Unsupported(accessPoint.obstacle().get()));
        }
        if (isMissing(presented, accessPoint.id().security())) {
            return refused(new Failure.PasswordRequired());
        }
        var legs = new ArrayList<Leg>();
        legs.add(new Leg(PREPARING, pace.prepare()));
        Optional<Failure> failure = admission(accessPoint, presented, pace, legs);
        if (failure.isEmpty()) {
            failure = address(addressed, pace, legs);
        }
        return new Course(legs, failure);
    }

    private static Optional<Failure> admission(
            AccessPoint accessPoint, Credentials presented, Pace pace, List<Leg> legs) {
        Security security = accessPoint.id().security();
        boolean right = accessPoint.admits(presented);
        return switch (accessPoint.behaviour()) {
            case GOES_OUT_OF_RANGE -> {
                legs.add(new Leg(AUTHENTICATING, pace.absence()));
                yield Optional.of(new Failure.OutOfRange());
            }
            case UNDECIDED -> {
                legs.add(new Leg(AUTHENTICATING, pace.conclusion()));
                yield Optional.of(new Failure.TimedOut());
            }
            case REFUSES_SAE -> {
                legs.addAll(refusal(security, right, pace));
                yield right && security != Security.WPA3 ? Optional.empty() : Optional.of(new Failure.WrongPassword());
            }
            case NORMAL, SIGN_IN_REQUIRED, LIMITED, NO_ADDRESS -> {
                legs.addAll(
                        right ? List.of(new Leg(AUTHENTICATING, pace.admission())) : refusal(security, false, pace));
                yield right ? Optional.empty() : Optional.of(new Failure.WrongPassword());
            }
        };
    }

    private static boolean isMissing(Credentials presented, Security security) {
        if (security.needsAccount()) {
            return !(presented instanceof Credentials.Account);
        }
        return security.needsPassphrase()
                && !(presented instanceof Credentials.Passphrase(var text) && !text.isEmpty());
    }

    /// What a refusal looks like: SAE answers soon and is asked twice, WPA2 keeps silent for a while, and a network
    /// with both is tried with WPA2 after SAE has refused.
    private static List<Leg> refusal(Security security, boolean rightByPsk, Pace pace) {
        return switch (security) {
            case WPA3 ->
                List.of(
                        new Leg(AUTHENTICATING, pace.firstRefusal()),
                        new Leg(CHECKING_PASSWORD_AGAIN, pace.secondRefusal()));
            case WPA2_WPA3 ->
                List.of(
                        new Leg(AUTHENTICATING, pace.firstRefusal()),
                        new Leg(TRYING_OLDER_SECURITY, rightByPsk ? pace.admission() : pace.wrongPsk()));
            case WPA2, WEP, ENTERPRISE, ENTERPRISE_192, OPEN, OWE ->
                List.of(new Leg(AUTHENTICATING, rightByPsk ? pace.admission() : pace.wrongPsk()));
        };
    }

    private static Optional<Failure> address(boolean dhcp, Pace pace, List<Leg> legs) {
        if (!dhcp) {
            legs.add(new Leg(GETTING_ADDRESS, pace.noAddress()));
            return Optional.of(new Failure.NoAddress());
        }
        legs.add(new Leg(GETTING_ADDRESS, pace.address()));
        legs.add(new Leg(CHECKING_INTERNET, pace.internet()));
        return Optional.empty();
    }
}
