package wifisetup.network.nmcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.network.Block;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Security;

final class JoinCourseTest {
    private static final Sign CONFIGURING = new Sign.Device("connecting (configuring)");
    private static final Sign WANTS_PASSWORD = new Sign.Device("connecting (need authentication)");
    private static final Sign GETS_ADDRESS = new Sign.Device("connecting (getting IP configuration)");
    private static final Sign NOT_FOUND =
            ended(1, "Error: Connection activation failed: The Wi-Fi network could not be" + " found");
    private static final Sign NO_SECRETS =
            ended(1, "Error: Connection activation failed: Secrets were required, but not provided");

    private Security security = Security.WPA2;
    private boolean offered = true;
    private boolean olderLeft = true;

    private List<Act> after(Sign... signs) {
        var course = new JoinCourse(security, offered, olderLeft);
        var state = JoinCourse.State.INITIAL;
        var acts = new ArrayList<Act>();
        for (Sign sign : signs) {
            var step = course.next(state, sign);
            state = step.state();
            acts.addAll(step.effects());
        }
        return acts;
    }

    @Test
    void aJoinThatWorksTellsItsStagesInOrderAndIsKept() {
        assertThat(after(
                        new Sign.Device("using connection 'HomeNet'"),
                        new Sign.Device("connecting (prepare)"),
                        CONFIGURING,
                        WANTS_PASSWORD,
                        CONFIGURING,
                        GETS_ADDRESS,
                        new Sign.Device("connected"),
                        new Sign.Ended(1, new Answer(0, "", ""))))
                .containsExactly(
                        new Act.Tell(JoinStage.AUTHENTICATING),
                        new Act.Tell(JoinStage.GETTING_ADDRESS),
                        new Act.Allow(Limit.ADDRESS),
                        new Act.Keep());
    }

    @Test
    void anOpenNetworkChecksNoPassword() {
        security = Security.OPEN;

        assertThat(after(CONFIGURING)).isEmpty();
    }

    @Test
    void thePasswordIsWrongWhenItIsWantedForTheSecondTime() {
        assertThat(after(CONFIGURING, WANTS_PASSWORD, CONFIGURING, WANTS_PASSWORD))
                .endsWith(new Act.Undo(new Failure.WrongPassword()));
    }

    @Test
    void aLinkThatIsLostAfterThePasswordWasTakenDoesNotMakeItWrong() {
        assertThat(after(CONFIGURING, WANTS_PASSWORD, CONFIGURING, GETS_ADDRESS, WANTS_PASSWORD, CONFIGURING))
                .doesNotHaveAnyElementsOfTypes(Act.Undo.class);
    }

    @ParameterizedTest
    @CsvSource({"true, wrong_password", "false, password_required"})
    void missingSecretsMeanAWrongPasswordIfOneWasOffered(boolean typed, String reason) {
        offered = typed;

        assertThat(after(CONFIGURING, WANTS_PASSWORD, NO_SECRETS))
                .last()
                .isInstanceOfSatisfying(
                        Act.Undo.class,
                        undo -> assertThat(undo.failure().reason()).isEqualTo(reason));
    }

    @Test
    void aWpa3NetworkThatIsNotFoundThoughItIsInTheAirRefusedThePassword() {
        security = Security.WPA3;

        assertThat(after(CONFIGURING, NOT_FOUND)).endsWith(new Act.LookAround(true));
        assertThat(after(CONFIGURING, NOT_FOUND, new Sign.Looked(true, true)))
                .endsWith(new Act.Undo(new Failure.WrongPassword()));
        assertThat(after(CONFIGURING, NOT_FOUND, new Sign.Looked(false, true)))
                .endsWith(new Act.Undo(new Failure.OutOfRange()));
    }

    @Test
    void anAddressThatWasThereAtOnceIsToldAllTheSame() {
        assertThat(after(CONFIGURING, new Sign.Ended(1, new Answer(0, "", ""))))
                .endsWith(new Act.Tell(JoinStage.GETTING_ADDRESS), new Act.Keep());
    }

    @Test
    void aWpa2NetworkThatIsNotFoundIsOutOfRange() {
        assertThat(after(NOT_FOUND, new Sign.Looked(true, true))).endsWith(new Act.Undo(new Failure.OutOfRange()));
    }

    @Test
    void aNetworkOfBothIsTriedAgainByWpa2Alone() {
        security = Security.WPA2_WPA3;

        assertThat(after(CONFIGURING, new Sign.TimeUp(Limit.SEARCH), new Sign.Looked(true, false)))
                .endsWith(new Act.Tell(JoinStage.TRYING_OLDER_SECURITY), new Act.TryOlderSecurity());
        assertThat(after(
                        CONFIGURING,
                        NOT_FOUND,
                        new Sign.Looked(true, true),
                        // What the first attempt still says counts no more.
                        NO_SECRETS,
                        CONFIGURING,
                        WANTS_PASSWORD,
                        CONFIGURING,
                        GETS_ADDRESS,
                        new Sign.Ended(2, new Answer(0, "", ""))))
                .endsWith(
                        new Act.TryOlderSecurity(),
                        new Act.Tell(JoinStage.GETTING_ADDRESS),
                        new Act.Allow(Limit.ADDRESS),
                        new Act.Keep());
    }

    @Test
    void aNetworkThatIsKnownToRefuseWpa3IsNotTriedTwice() {
        security = Security.WPA2_WPA3;
        olderLeft = false;

        assertThat(after(NOT_FOUND, new Sign.Looked(true, true))).endsWith(new Act.Undo(new Failure.WrongPassword()));
    }

    @Test
    void aNetworkThatIsNotInTheAirIsNotWaitedFor() {
        assertThat(after(CONFIGURING, new Sign.TimeUp(Limit.SEARCH), new Sign.Looked(false, false)))
                .endsWith(new Act.Undo(new Failure.OutOfRange()));
        assertThat(after(CONFIGURING, new Sign.TimeUp(Limit.SEARCH), new Sign.Looked(true, false)))
                .doesNotHaveAnyElementsOfTypes(Act.Undo.class);
        assertThat(after(GETS_ADDRESS, new Sign.TimeUp(Limit.SEARCH)))
                .doesNotHaveAnyElementsOfTypes(Act.LookAround.class);
    }

    @Test
    void noAddressWithinTheLimitIsNamed() {
        assertThat(after(GETS_ADDRESS, new Sign.TimeUp(Limit.ADDRESS))).endsWith(new Act.Undo(new Failure.NoAddress()));
        assertThat(after(new Sign.TimeUp(Limit.ATTEMPT))).endsWith(new Act.Undo(new Failure.TimedOut()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unmanaged", "device removed"})
    void aPulledAdapterIsNamed(String state) {
        assertThat(after(new Sign.Device(state))).containsExactly(new Act.Undo(new Failure.NoAdapter()));
    }

    @Test
    void aRadioThatIsTurnedOffIsNamed() {
        assertThat(after(new Sign.Device("unavailable")))
                .containsExactly(new Act.Undo(new Failure.RfKill(Block.SOFTWARE)));
    }

    @Test
    void whatComesAfterTheEndMeansNothing() {
        assertThat(after(new Sign.Cancel(), NO_SECRETS, new Sign.ServiceGone(), GETS_ADDRESS))
                .containsExactly(new Act.Undo(new Failure.Cancelled()));
    }

    @Test
    void aServiceThatStopsEndsTheJoin() {
        assertThat(after(CONFIGURING, new Sign.ServiceGone()))
                .last()
                .isInstanceOfSatisfying(
                        Act.Undo.class,
                        undo -> assertThat(undo.failure()).isInstanceOf(Failure.BackendUnavailable.class));
    }

    private static Sign ended(int attempt, String errors) {
        return new Sign.Ended(attempt, new Answer(Verdicts.ACTIVATION_FAILED, "", errors));
    }
}
