package wifisetup.network.simulated;

import static wifisetup.network.JoinStage.AUTHENTICATING;
import static wifisetup.network.JoinStage.CHECKING_INTERNET;
import static wifisetup.network.JoinStage.CHECKING_PASSWORD_AGAIN;
import static wifisetup.network.JoinStage.GETTING_ADDRESS;
import static wifisetup.network.JoinStage.PREPARING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Security;
import wifisetup.secret.Secret;

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

    /// The course of a join of that access point with that secret.
    ///
    /// @param dhcp whether anybody hands out addresses
    static Course of(AccessPoint accessPoint, Secret presented, boolean dhcp, Pace pace) {
        if (accessPoint.obstacle().isPresent()) {
            return refused(new Failure.Unsupported(accessPoint.obstacle().get()));
        }
        if (accessPoint.id().security().needsPassphrase() && presented.isEmpty()) {
            return refused(new Failure.PasswordRequired());
        }
        var legs = new ArrayList<Leg>();
        legs.add(new Leg(PREPARING, pace.prepare()));
        Optional<Failure> failure = admission(accessPoint, presented, pace, legs);
        if (failure.isEmpty()) {
            failure = address(dhcp && accessPoint.behaviour() != Behaviour.NO_ADDRESS, pace, legs);
        }
        return new Course(legs, failure);
    }

    private static Optional<Failure> admission(AccessPoint accessPoint, Secret presented, Pace pace, List<Leg> legs) {
        Security security = accessPoint.id().security();
        boolean right = !security.needsPassphrase() || presented.equals(accessPoint.password());
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
                        new Leg(CHECKING_PASSWORD_AGAIN, rightByPsk ? pace.admission() : pace.wrongPsk()));
            case WPA2, WEP, ENTERPRISE, OPEN, OWE ->
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
