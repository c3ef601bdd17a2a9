package wifisetup.device;

import static org.assertj.core.api.Assertions.assertThat;
import static wifisetup.device.Samples.ALICE;
import static wifisetup.device.Samples.BOB;
import static wifisetup.device.Samples.LAPTOP;
import static wifisetup.device.Samples.NOW;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wifisetup.network.IpSettings;
import wifisetup.secret.Secret;

/// What the device decides, without a wire, a disk or a radio.
class DeviceMachineTest {
    private static final PasswordHash HASH = new PasswordHash("a hash");
    private static final Secret PASSWORD = new Secret("correct horse");

    private final DeviceMachine machine = new DeviceMachine(DeviceRules.with(false));
    private final DeviceMachine asking = new DeviceMachine(DeviceRules.with(true));

    private static DeviceState remembering(TrustedKey... keys) {
        return DeviceState.initial(
                Samples.KITCHEN, new DeviceMemory(new DeviceName("Kitchen"), Optional.of(HASH), List.of(keys)));
    }

    private static DeviceEvent offer(long question) {
        return new DeviceEvent.PasswordOffered(question, LAPTOP, ALICE.getPublic(), PASSWORD, NOW);
    }

    private static DeviceEvent asked(long question, SessionRight.Proof proof, Command command) {
        return new DeviceEvent.Asked(
                question, LAPTOP, new SessionRight(AccessId.of(ALICE.getPublic()), proof), command, NOW);
    }

    private DeviceEvent compared(DeviceState state, boolean right) {
        var compare =
                (DeviceEffect.Compare) machine.next(state, offer(1)).effects().getFirst();
        return new DeviceEvent.Compared(compare, right, NOW);
    }

    @Test
    void manyPasswordsAtOnceGetNoMoreAttemptsThanOneAfterTheOther() {
        var state = remembering();
        for (int i = 0; i < Attempts.FREE; i++) {
            var step = machine.next(state, offer(i));
            assertThat(step.effects()).singleElement().isInstanceOf(DeviceEffect.Compare.class);
            state = step.state();
        }
        assertThat(machine.next(state, offer(9)).effects())
                .containsExactly(new DeviceEffect.Reply(9, new Answer.Waiting(Attempts.FIRST_WAIT)));
    }

    @Test
    void aPasswordThatWasChangedWhileItWasComparedLetsNobodyIn() {
        var compared = compared(remembering(), true);
        var changed = DeviceState.initial(Samples.KITCHEN, Samples.fresh().withPassword(new PasswordHash("another")));
        assertThat(machine.next(changed, compared).effects())
                .containsExactly(new DeviceEffect.Reply(1, new Answer.NotAuthorized()));
    }

    @Test
    void thePersonIsAskedOneQuestionAtATime() {
        var state = asking.next(remembering(), compared(remembering(), true)).state();
        assertThat(state.question()).isPresent();
        assertThat(asking.next(state, compared(remembering(), true)).effects())
                .containsExactly(new DeviceEffect.Reply(1, new Answer.Failed()));
    }

    @Test
    void whoeverHasGoneIsNotAskedAboutAnyMore() {
        var state = asking.next(remembering(), compared(remembering(), true)).state();
        assertThat(asking.next(state, new DeviceEvent.AskerGone(1)).state().question())
                .isEmpty();
        assertThat(asking.next(state, new DeviceEvent.AskerGone(2)).state().question())
                .isPresent();
    }

    @Test
    void anAnswerToAnEarlierQuestionTrustsNobody() {
        var state = asking.next(remembering(), compared(remembering(), true)).state();
        assertThat(asking.next(state, new DeviceEvent.AnswerConsent(7, true))).satisfies(step -> {
            assertThat(step.state()).isEqualTo(state);
            assertThat(step.effects()).isEmpty();
        });
    }

    @Test
    void aKeyThatWasRemovedWhileItsNewPasswordWasHashedChangesNothing() {
        var state = remembering(Samples.trusted(ALICE, "laptop"));
        var step = machine.next(
                state, asked(3, SessionRight.Proof.SIGNATURE, new Command.ResetPassword(new Secret("battery staple"))));
        var hash = (DeviceEffect.Hash) step.effects().getFirst();
        var removed = machine.next(state, new DeviceEvent.RemoveKey(AccessId.of(ALICE.getPublic())))
                .state();
        assertThat(machine.next(removed, new DeviceEvent.Hashed(hash, new PasswordHash("new"))))
                .satisfies(answer -> {
                    assertThat(answer.effects()).containsExactly(new DeviceEffect.Reply(3, new Answer.NotAuthorized()));
                    assertThat(answer.state().memory().password()).hasValue(HASH);
                });
    }

    @Test
    void whatCannotBeSavedIsTakenBack() {
        var state = remembering();
        var step = machine.next(state, new DeviceEvent.Rename(new DeviceName("Pantry")));
        var keep = (DeviceEffect.Keep) step.effects().getFirst();
        assertThat(machine.next(step.state(), new DeviceEvent.NotKept(keep)).state())
                .isEqualTo(state);
    }

    @Test
    void aDeviceTrustsNoMoreKeysThanItCanShow() {
        var keys = new TrustedKey[DeviceRules.MOST_KEYS];
        Arrays.setAll(keys, i -> Samples.trusted(i == 0 ? ALICE : BOB, "key " + i));
        var state = remembering(keys);
        assertThat(machine.next(state, compared(state, true)).effects())
                .containsExactly(new DeviceEffect.Reply(1, new Answer.Failed()));
    }

    @Test
    void oneNetworkIsTriedAtATime() {
        var change = new Command.ChangeNetwork(new NetworkChange.Address(IpSettings.AUTOMATIC), Keeping.ON_RETURN);
        var state = machine.next(
                        remembering(Samples.trusted(ALICE, "laptop")), asked(1, SessionRight.Proof.SIGNATURE, change))
                .state();
        assertThat(machine.next(state, asked(2, SessionRight.Proof.SIGNATURE, change))
                        .effects())
                .containsExactly(new DeviceEffect.Reply(2, new Answer.Failed()));
    }

    @Test
    void aConfirmationOverTheOldNetworkKeepsNothing() {
        var change = new Command.ChangeNetwork(new NetworkChange.Address(IpSettings.AUTOMATIC), Keeping.ON_RETURN);
        var state = machine.next(
                        remembering(Samples.trusted(ALICE, "laptop")), asked(1, SessionRight.Proof.SIGNATURE, change))
                .state();
        assertThat(machine.next(state, asked(2, SessionRight.Proof.SIGNATURE, new Command.KeepNetwork()))
                        .effects())
                .containsExactly(new DeviceEffect.Reply(2, new Answer.Failed()));
    }

    @Test
    void aTrialThatIsOverEndsNoLaterOne() {
        var change = new Command.ChangeNetwork(new NetworkChange.Address(IpSettings.AUTOMATIC), Keeping.ON_RETURN);
        var state = machine.next(
                        remembering(Samples.trusted(ALICE, "laptop")), asked(1, SessionRight.Proof.SIGNATURE, change))
                .state();
        assertThat(machine.next(state, new DeviceEvent.TrialTimedOut(99)).state())
                .isEqualTo(state);
    }

    @Test
    void anAddressOfIpv6CountsWithItsWholeNetwork() {
        var attempts = Attempts.NONE;
        for (int i = 1; i <= Attempts.FREE; i++) {
            attempts = attempts.failed(InetAddress.ofLiteral("2001:db8::" + i), NOW);
        }
        assertThat(attempts.recent()).hasSize(1);
        assertThat(attempts.wait(InetAddress.ofLiteral("2001:db8::ffff"), NOW)).isEqualTo(Attempts.FIRST_WAIT);
        assertThat(attempts.wait(InetAddress.ofLiteral("2001:db8:0:1::1"), NOW)).isZero();
    }

    @Test
    void addressesWithoutEndAreForgottenTheOldestFirst() {
        var attempts = Attempts.NONE;
        for (int i = 0; i < 1000; i++) {
            attempts = attempts.failed(InetAddress.ofLiteral("10.0." + i / 256 + "." + i % 256), NOW.plusMillis(i));
        }
        assertThat(attempts.recent()).hasSize(Attempts.MOST_ADDRESSES);
        assertThat(attempts.of(InetAddress.ofLiteral("10.0.3.231"))).isPresent();
        assertThat(attempts.of(InetAddress.ofLiteral("10.0.0.0"))).isEmpty();
    }

    @Test
    void waitsGrowToAnHourAndNoFurther() {
        var attempts = Attempts.NONE;
        for (int i = 0; i < 40; i++) {
            attempts = attempts.failed(LAPTOP, NOW);
        }
        assertThat(attempts.wait(LAPTOP, NOW)).isEqualTo(Attempts.LONGEST_WAIT);
    }

    @Test
    void aClockThatIsSetBackShutsNobodyOut() {
        var attempts = Attempts.NONE;
        for (int i = 0; i < Attempts.FREE; i++) {
            attempts = attempts.failed(LAPTOP, NOW);
        }
        assertThat(attempts.wait(LAPTOP, NOW.minusSeconds(86_400 * 365L))).isZero();
    }

    @Test
    void aNameIsALabelOfAHost() {
        assertThat(new DeviceName("Küche (links)").hostLabel()).isEqualTo("kuche-links");
        assertThat(new DeviceName("台所").hostLabel()).isEqualTo("device");
        assertThat(DeviceName.flaw(" ")).hasValue(DeviceName.Flaw.BLANK);
        assertThat(DeviceName.flaw("a\u202eb")).hasValue(DeviceName.Flaw.CONTROL_CHARACTER);
        assertThat(DeviceName.flaw("ü".repeat(32))).hasValue(DeviceName.Flaw.TOO_LONG);
        assertThat(DeviceName.flaw("ü".repeat(31))).isEmpty();
    }

    @Test
    void nothingSecretPrintsItself() {
        assertThat(offer(1) + " " + remembering())
                .doesNotContain("correct horse")
                .doesNotContain("a hash");
    }
}
