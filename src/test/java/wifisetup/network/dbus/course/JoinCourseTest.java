package wifisetup.network.dbus.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Security;

/// The table of failures. `50 40 0` is the device's new state, its old state and the reason, as
/// `Device.StateChanged` has them; `began`, `up`, `over N` are those of the active connection, `auth N` is the
/// supplicant's AuthStatusCode. The sequences are those captured from NetworkManager 1.42 and wpa_supplicant 2.10.
final class JoinCourseTest {
    private static final String SECURED = "40 30 0, began, 50 40 0, 60 50 0, 40 60 0, 50 40 0";

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    WPA2 | typed | 60 50 8, 120 60 7, over 3, 30 120 0    | wrong_password
                    WPA2 | saved | 60 50 8, 120 60 7, over 3              | wrong_password
                    WPA2 | saved | 60 50 0, 120 60 7, over 3              | password_required
                    WPA2 | typed | 120 50 53, over 3                      | not_found
                    WPA2 | typed | up to SEARCH                           | not_found
                    WPA2 | typed | 60 50 11, 120 50 11                    | timeout
                    WPA3 | typed | auth 0, auth 1, auth 0, auth 1         | wrong_password
                    WPA3 | typed | auth 0, auth 1, up to SECOND_REFUSAL   | wrong_password
                    WPA3 | typed | seen, 120 50 53, over 3                | wrong_password
                    WPA3 | typed | 120 50 53, over 3                      | not_found
                    WPA3 | typed | auth 0, auth 76, auth 0, auth 1, auth 0, auth 1 | wrong_password
                    WPA2_WPA3 | typed | auth 0, auth 1, auth 0, auth 1    | wrong_password
                    WPA2_WPA3 | typed | block, auth 0, auth 1, narrowed, auth 0, auth 1, 60 50 8, 120 60 7 | wrong_password
                    WPA2_WPA3 | typed | block, auth 0, auth 1, not narrowed, auth 0, auth 1 | wrong_password
                    WPA2_WPA3 | typed | block, auth 0, auth 1, narrowed, seen, 120 50 53 | wrong_password
                    ENTERPRISE | typed | eap remote certificate verification=success, eap completion=failure | wrong_password
                    ENTERPRISE | typed | eap remote certificate verification=Domain suffix mismatch, eap completion=failure | failed
                    ENTERPRISE | typed | asked                            | failed
                    ENTERPRISE | typed | 60 50 0, 120 60 7                | wrong_password
                    ENTERPRISE | saved | 60 50 0, 120 60 7                | password_required
                    WPA2_WPA3 | typed | 60 50 8, 120 60 7                 | wrong_password
                    OPEN | none  | 70 50 0, 120 70 5, over 3              | no_ip
                    OPEN | none  | 70 50 0, 120 70 15                     | no_ip
                    OPEN | none  | 70 50 0, 120 70 17                     | no_ip
                    OPEN | none  | 70 50 0, up to ADDRESS                 | no_ip
                    WPA2 | typed | up to ATTEMPT                          | timeout
                    WPA2 | typed | 110 50 60, 30 110 60, over 3           | cancelled
                    WPA2 | typed | 110 50 39                              | cancelled
                    WPA2 | typed | 10 50 36                               | no_adapter
                    WPA2 | typed | 20 50 0                                | rfkill
                    WPA2 | typed | gone                                   | no_adapter
                    WPA2 | typed | service gone                           | backend_unavailable
                    WPA2 | typed | cancel                                 | cancelled
                    WPA2 | typed | 120 50 9                               | failed
                    WPA2 | typed | over 9                                 | password_required
                    """)
    void whatIsSignalledIsWhatIsTold(Security security, String password, String signs, String reason) {
        var acts = acts(security, password.equals("typed"), SECURED + ", " + signs);

        assertThat(acts)
                .filteredOn(Act.Undo.class::isInstance)
                .singleElement()
                .satisfies(
                        undo -> assertThat(((Act.Undo) undo).failure().reason()).isEqualTo(reason));
        assertThat(acts).doesNotContain(new Act.Keep(false));
    }

    @Test
    void theFirstNeedForAuthenticationOfASecuredJoinIsNoFailure() {
        var acts = acts(Security.WPA2, true, SECURED + ", 70 50 0, 80 70 0, 90 80 0, 100 90 0, up");

        assertThat(acts)
                .containsExactly(
                        new Act.Allow(Limit.SEARCH),
                        new Act.Tell(JoinStage.AUTHENTICATING),
                        new Act.Tell(JoinStage.GETTING_ADDRESS),
                        new Act.Allow(Limit.ADDRESS),
                        new Act.Keep(false));
    }

    @Test
    void aFirstRefusalOfAWpa3PasswordIsToldAndASuccessAfterItCounts() {
        var acts = acts(
                Security.WPA3,
                true,
                SECURED + ", auth 0, auth 1, auth 0, auth 0, 70 50 0, up to SECOND_REFUSAL, 100 90 0, up");

        assertThat(acts)
                .contains(new Act.Tell(JoinStage.CHECKING_PASSWORD_AGAIN), new Act.Allow(Limit.SECOND_REFUSAL))
                .endsWith(new Act.Keep(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"120 50 53", "110 100 60", "120 60 7", "60 50 8", "110 50 39"})
    void whatTheDeviceDoesForAnotherConnectionMeansNothing(String sign) {
        assertThat(acts(Security.WPA2, true, sign)).isEmpty();
    }

    @Test
    void aStatusOfAnAuthenticationWithoutACommitMeansNothing() {
        assertThat(acts(Security.WPA3, true, SECURED + ", auth 1, auth 17"))
                .containsExactly(new Act.Allow(Limit.SEARCH), new Act.Tell(JoinStage.AUTHENTICATING));
    }

    @Test
    void aNetworkOfWpa2AndWpa3ThatRefusesByTheOneIsTriedByTheOtherAndThatIsRemembered() {
        var acts = acts(
                Security.WPA2_WPA3,
                true,
                SECURED + ", block, auth 0, auth 1, narrowed, 70 50 0, 80 70 0, 90 80 0, 100 90 0, up");

        assertThat(acts)
                .containsSubsequence(
                        new Act.UseOlder(), new Act.Tell(JoinStage.TRYING_OLDER_SECURITY), new Act.Keep(true));
    }

    @Test
    void aNetworkThatIsKnownToAdmitByWpa2AloneIsJoinedSoFromTheStart() {
        var course = new JoinCourse(Security.WPA2_WPA3, false, true);
        var begun = course.next(JoinCourse.State.INITIAL, new Sign.Began());
        var configured = course.next(begun.state(), new Sign.Configured("/block"));

        assertThat(configured.effects()).containsExactly(new Act.UseOlder());
        var narrowed = course.next(configured.state(), new Sign.Narrowed(true));
        assertThat(narrowed.effects()).isEmpty();
        assertThat(course.next(narrowed.state(), new Sign.Activated()).effects())
                .containsExactly(new Act.Keep(true));
    }

    @Test
    void whyAServerIsNotTrustedIsTold() {
        var acts = acts(
                Security.ENTERPRISE,
                true,
                SECURED + ", eap remote certificate verification=self-signed, eap completion=failure");

        assertThat(acts).endsWith(new Act.Undo(new Failure.ServerNotTrusted("self-signed")));
    }

    @Test
    void anOpenNetworkChecksNoPassword() {
        assertThat(acts(Security.OPEN, false, "40 30 0, began, 50 40 0")).containsExactly(new Act.Allow(Limit.SEARCH));
    }

    @Test
    void aNetworkThatIsStillInTheAirIsTriedOnUntilNetworkManagerGivesUp() {
        assertThat(acts(Security.WPA2, true, SECURED + ", seen, up to SEARCH, 70 50 0, up"))
                .endsWith(new Act.Keep(false));
    }

    @Test
    void nothingCountsAfterTheEnd() {
        assertThat(acts(Security.WPA2, true, SECURED + ", cancel, up, 120 50 53"))
                .endsWith(new Act.Undo(new Failure.Cancelled()));
    }

    private static List<Act> acts(Security security, boolean passwordOffered, String signs) {
        var course = new JoinCourse(security, passwordOffered, false);
        var state = JoinCourse.State.INITIAL;
        var acts = new ArrayList<Act>();
        boolean seen = signs.contains("seen");
        for (String word : signs.replace("seen, ", "").split(", ", -1)) {
            var step = course.next(state, sign(word.strip()));
            if (step.effects().size() == 1 && step.effects().getFirst() instanceof Act.LookAround(var last)) {
                step = course.next(step.state(), new Sign.Looked(seen, last));
            }
            state = step.state();
            acts.addAll(step.effects());
        }
        return acts;
    }

    private static Sign sign(String word) {
        return switch (word) {
            case "began" -> new Sign.Began();
            case "up" -> new Sign.Activated();
            case "gone" -> new Sign.AdapterGone();
            case "service gone" -> new Sign.ServiceGone();
            case "cancel" -> new Sign.Cancel();
            case "block" -> new Sign.Configured("/block");
            case "narrowed" -> new Sign.Narrowed(true);
            case "not narrowed" -> new Sign.Narrowed(false);
            case "asked" -> new Sign.Asked();
            default -> {
                if (word.startsWith("up to ")) {
                    yield new Sign.TimeUp(Limit.valueOf(word.substring("up to ".length())));
                }
                if (word.startsWith("over ")) {
                    yield new Sign.Over(Integer.parseInt(word.substring("over ".length())));
                }
                if (word.startsWith("eap ")) {
                    var words = word.substring("eap ".length()).split("=", -1);
                    yield new Sign.Eap(words[0], words[1]);
                }
                if (word.startsWith("auth ")) {
                    yield new Sign.Authentication(Integer.parseInt(word.substring("auth ".length())));
                }
                var numbers = Arrays.stream(word.split(" ", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                yield new Sign.Device(numbers[0], numbers[1], numbers[2]);
            }
        };
    }
}
