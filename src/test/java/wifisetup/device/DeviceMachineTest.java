package wifisetup.device;

import static org.assertj.core.api.Assertions.assertThat;
import static wifisetup.device.Samples.ALICE;
import static wifisetup.device.Samples.BOB;
import static wifisetup.device.Samples.LAPTOP;
import static wifisetup.device.Samples.NOW;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Step;
import wifisetup.network.Checkpoint;
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
        return asked(question, proof, command, NOW);
    }

    private static DeviceEvent asked(long question, SessionRight.Proof proof, Command command, Instant at) {
        return new DeviceEvent.Asked(
                question, LAPTOP, new SessionRight(AccessId.of(ALICE.getPublic()), proof), command, at);
    }

    private DeviceEvent compared(DeviceState state, boolean right) {
        var compare =
                (DeviceEffect.Compare) machine.next(state, offer(1)).effects().getFirst();
        return new DeviceEvent.Compared(compare, right, NOW);
    }

    /// What was asked to be saved is.
    private DeviceState kept(Step<DeviceState, DeviceEffect> step) {
        return machine.next(step.state(), new DeviceEvent.Kept(keep(step))).state();
    }

    private static DeviceEffect.Keep keep(Step<DeviceState, DeviceEffect> step) {
        return step.effects().stream()
                .filter(DeviceEffect.Keep.class::isInstance)
                .map(DeviceEffect.Keep.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private DeviceState wrong(DeviceState state, InetAddress peer) {
        var offered = machine.next(state, new DeviceEvent.PasswordOffered(1, peer, ALICE.getPublic(), PASSWORD, NOW));
        var compare = (DeviceEffect.Compare) offered.effects().getFirst();
        return machine.next(offered.state(), new DeviceEvent.Compared(compare, false, NOW))
                .state();
    }

    @Test
    void manyPasswordsAtOnceGetNoMoreAttemptsThanOneAfterTheOther() {
        var state = remembering();
        for (int i = 0; i < Attempts.FREE - 1; i++) {
            state = wrong(state, LAPTOP);
        }
        state = machine.next(state, offer(1)).state();
        assertThat(machine.next(state, offer(2)).effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect)
                        .isInstanceOfSatisfying(
                                DeviceEffect.Reply.class,
                                reply -> assertThat(reply.answer()).isInstanceOf(Answer.Waiting.class)));
    }

    @Test
    void strangersPasswordsDoNotQueueWithoutEnd() {
        var state = remembering();
        for (int i = 0; i < 1000; i++) {
            var peer = InetAddress.ofLiteral("10.0." + i / 256 + "." + i % 256);
            var step = machine.next(state, new DeviceEvent.PasswordOffered(i, peer, ALICE.getPublic(), PASSWORD, NOW));
            assertThat(step.effects().getFirst())
                    .isInstanceOf(i < Admission.MOST_COMPARED ? DeviceEffect.Compare.class : DeviceEffect.Reply.class);
            state = step.state();
        }
        assertThat(machine.next(state, new DeviceEvent.SetPassword(PASSWORD)).effects())
                .singleElement()
                .isInstanceOf(DeviceEffect.Hash.class);
    }

    @Test
    void aRightPasswordIsNoAttempt() {
        var offered = machine.next(remembering(), offer(1));
        assertThat(offered.state().attempts().recent()).isEmpty();
    }

    @Test
    void wrongPasswordsAreForgottenWithTime() {
        var step = machine.next(wrong(remembering(), LAPTOP), new DeviceEvent.AttemptsAged(NOW.plusSeconds(3599)));
        assertThat(step.state().attempts().recent()).hasSize(1);
        assertThat(step.effects()).containsExactly(new DeviceEffect.AgeAttempts(Ageing.PERIOD));
        step = machine.next(step.state(), new DeviceEvent.AttemptsAged(NOW.plusSeconds(3600)));
        assertThat(step.state().attempts().recent()).isEmpty();
        assertThat(step.effects()).isEmpty();
    }

    @Test
    void strangersWithAddressesWithoutEndWaitAllTogether() {
        var state = remembering(Samples.trusted(BOB, "laptop"));
        for (int i = 0; i < Attempts.FREE_OF_ALL + Attempts.FREE_OF_NEWCOMERS; i++) {
            state = wrong(state, InetAddress.ofLiteral("10.0.0." + i));
        }
        var fresh = InetAddress.ofLiteral("10.9.9.9");
        assertThat(state.attempts().wait(fresh, NOW)).isZero();
        assertThat(state.attempts().waitOfStranger(fresh, NOW)).isEqualTo(Attempts.PACE);
        assertThat(state.attempts().waitOfStranger(fresh, NOW.plus(Attempts.PACE)))
                .isZero();
        assertThat(state.attempts().waitOfStranger(fresh, NOW.minusSeconds(86_400 * 365L)))
                .isZero();
    }

    @Test
    void fewGuessersWhoPauseInTimeKeepNobodyOutWhoKnowsThePassword() {
        var state = remembering();
        var now = NOW;
        for (int round = 0; round < 30; round++) {
            for (int guess = 0; guess < 4; guess++) {
                for (String address : List.of("10.0.0.1", "10.0.0.2", "10.0.0.3")) {
                    var peer = InetAddress.ofLiteral(address);
                    var offered = machine.next(
                            state, new DeviceEvent.PasswordOffered(1, peer, BOB.getPublic(), PASSWORD, now));
                    state = offered.effects().getFirst() instanceof DeviceEffect.Compare compare
                            ? machine.next(offered.state(), new DeviceEvent.Compared(compare, false, now))
                                    .state()
                            : offered.state();
                }
            }
            assertThat(state.attempts().waitOfStranger(LAPTOP, now)).isZero();
            now = now.plusSeconds(61);
        }
        assertThat(state.attempts().recent())
                .allSatisfy(attempt -> assertThat(attempt.count()).isGreaterThan(Attempts.FREE));
    }

    @Test
    void whereOthersHaveUsedUpAllFailuresANewcomerHasOneTry() {
        var state = remembering();
        for (int i = 0; i < Attempts.FREE_OF_ALL; i++) {
            state = wrong(state, InetAddress.ofLiteral("10.0.0." + i));
        }
        assertThat(state.attempts().waitOfStranger(LAPTOP, NOW)).isZero();
        var settledAt = state.attempts().settledAt();
        state = wrong(state, LAPTOP);
        assertThat(state.attempts().waitOfStranger(LAPTOP, NOW)).isEqualTo(Attempts.PACE);
        assertThat(state.attempts().settledAt()).isEqualTo(settledAt);
        assertThat(state.attempts().waitOfStranger(InetAddress.ofLiteral("192.0.2.8"), NOW))
                .isZero();
    }

    @Test
    void aPasswordThatWasChangedWhileItWasComparedLetsNobodyIn() {
        var compared = compared(remembering(), true);
        var changed = DeviceState.initial(Samples.KITCHEN, Samples.fresh().withPassword(new PasswordHash("another")));
        assertThat(machine.next(changed, compared).effects())
                .first()
                .isEqualTo(new DeviceEffect.Reply(1, new Answer.NotAuthorized()));
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
        var removed = kept(machine.next(state, new DeviceEvent.RemoveKey(AccessId.of(ALICE.getPublic()))));
        assertThat(machine.next(removed, new DeviceEvent.Hashed(hash, new PasswordHash("new"))))
                .satisfies(answer -> {
                    assertThat(answer.effects()).containsExactly(new DeviceEffect.Reply(3, new Answer.NotAuthorized()));
                    assertThat(answer.state().memory().password()).hasValue(HASH);
                });
    }

    @Test
    void whatIsNotSavedIsNeverInForce() {
        var state = remembering();
        var step = machine.next(state, new DeviceEvent.Rename(new DeviceName("Pantry")));
        assertThat(step.state().name().text()).isEqualTo("Kitchen");
        assertThat(kept(step).name().text()).isEqualTo("Pantry");
        assertThat(machine.next(step.state(), new DeviceEvent.NotKept(keep(step)))
                        .state())
                .isEqualTo(state);
    }

    @Test
    void ofTwoChangesAtOnceTheSecondWaitsAndKnowsNothingOfTheOneThatIsRefused() {
        var first = machine.next(
                remembering(Samples.trusted(ALICE, "laptop")),
                asked(1, SessionRight.Proof.SIGNATURE, new Command.AddTrust(BOB.getPublic(), "thief")));
        var second = machine.next(
                first.state(), asked(2, SessionRight.Proof.SIGNATURE, new Command.Rename(new DeviceName("Pantry"))));
        assertThat(second.effects()).isEmpty();
        var refused = machine.next(second.state(), new DeviceEvent.NotKept(keep(first)));
        assertThat(refused.effects()).first().isEqualTo(new DeviceEffect.Reply(1, new Answer.Failed()));
        var done = machine.next(refused.state(), new DeviceEvent.Kept(keep(refused)));
        assertThat(done.effects()).containsExactly(new DeviceEffect.Reply(2, new Answer.Done()));
        assertThat(done.state().name().text()).isEqualTo("Pantry");
        assertThat(done.state().memory().keys()).hasSize(1);
        assertThat(done.state().underWay()).isEqualTo(UnderWay.NOTHING);
    }

    @Test
    void aNewPasswordEndsTheQuestionThatRestsOnTheOldOne() {
        var state = asking.next(remembering(), compared(remembering(), true)).state();
        var hash = new DeviceEffect.Hash(new DeviceEffect.Setter.Person(), new Secret("battery staple"));
        var step = asking.next(state, new DeviceEvent.Hashed(hash, new PasswordHash("new")));
        assertThat(asking.next(step.state(), new DeviceEvent.Kept(keep(step)))).satisfies(done -> {
            assertThat(done.state().question()).isEmpty();
            assertThat(done.effects()).containsExactly(new DeviceEffect.Reply(1, new Answer.NotAuthorized()));
        });
    }

    @Test
    void whereThereIsNoRoomTheKeyGivesWayThatWasUnusedLongest() {
        var keys = new TrustedKey[DeviceRules.MOST_KEYS];
        Arrays.setAll(
                keys,
                i -> new TrustedKey(
                        Samples.numbered(i), "key " + i, NOW.minusSeconds(86_400), NOW.plusSeconds(i == 7 ? -9 : i)));
        var state = remembering(keys);
        assertThat(kept(machine.next(state, compared(state, true))).memory().keys())
                .hasSize(DeviceRules.MOST_KEYS)
                .contains(Samples.trusted(ALICE, LAPTOP.getHostAddress()))
                .doesNotContain(keys[7]);
    }

    @Test
    void thatAKeyIsUsedIsRememberedToADay() {
        var state = remembering(Samples.trusted(ALICE, "laptop"));
        var id = AccessId.of(ALICE.getPublic());
        assertThat(machine.next(state, new DeviceEvent.KeyUsed(id, NOW.plusSeconds(3600)))
                        .effects())
                .isEmpty();
        var later = NOW.plusSeconds(90_000);
        assertThat(kept(machine.next(state, new DeviceEvent.KeyUsed(id, later)))
                        .memory()
                        .keys()
                        .getFirst()
                        .used())
                .isEqualTo(later);
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

    private DeviceState onTrial() {
        var change = new Command.ChangeNetwork(new NetworkChange.Address(IpSettings.AUTOMATIC), Keeping.ON_RETURN);
        var state = machine.next(
                        remembering(Samples.trusted(ALICE, "laptop")), asked(1, SessionRight.Proof.SIGNATURE, change))
                .state();
        return machine.next(state, new DeviceEvent.TrialReached(1)).state();
    }

    @Test
    void whileANetworkIsBeingKeptASecondManagerWaitsAndTheTimeEndsNothing() {
        var first = machine.next(onTrial(), asked(2, SessionRight.Proof.SIGNATURE, new Command.KeepNetwork()));
        assertThat(first.effects()).containsExactly(new DeviceEffect.Stay(1));
        var second = machine.next(first.state(), asked(3, SessionRight.Proof.SIGNATURE, new Command.KeepNetwork()));
        assertThat(second.effects()).isEmpty();
        assertThat(machine.next(second.state(), new DeviceEvent.TrialTimedOut(1))
                        .state())
                .isEqualTo(second.state());
        assertThat(machine.next(second.state(), new DeviceEvent.DismissTrial()).effects())
                .isEmpty();
        assertThat(machine.next(second.state(), new DeviceEvent.TrialStayed(1, Checkpoint.End.KEPT)))
                .satisfies(kept -> {
                    assertThat(kept.state().trial()).isEqualTo(new NetworkTrial.None());
                    assertThat(kept.effects())
                            .containsExactly(
                                    new DeviceEffect.Reply(2, new Answer.Done()),
                                    new DeviceEffect.Reply(3, new Answer.Done()));
                });
    }

    /// The manager's first answer can be lost, and he comes again.
    @Test
    void aNetworkThatWasKeptOfLateIsConfirmedAgain() {
        var staying = machine.next(onTrial(), asked(2, SessionRight.Proof.SIGNATURE, new Command.KeepNetwork()))
                .state();
        var kept = machine.next(staying, new DeviceEvent.TrialStayed(1, Checkpoint.End.KEPT))
                .state();
        assertThat(confirmed(kept, NOW.plusSeconds(90))).isEqualTo(new Answer.Done());
        var late = machine.next(staying, new DeviceEvent.TrialStayed(1, Checkpoint.End.RETURNED))
                .state();
        assertThat(confirmed(late, NOW.plusSeconds(1))).isEqualTo(new Answer.NotFound());
        assertThat(confirmed(kept, NOW.plusSeconds(150))).isEqualTo(new Answer.NotFound());

        var change = new Command.ChangeNetwork(new NetworkChange.Address(IpSettings.AUTOMATIC), Keeping.ON_RETURN);
        var next = machine.next(kept, asked(3, SessionRight.Proof.SIGNATURE, change))
                .state();
        var back = machine.next(next, new DeviceEvent.TrialTimedOut(2)).state();
        assertThat(confirmed(back, NOW.plusSeconds(90))).as("of the next one").isEqualTo(new Answer.NotFound());
    }

    private Answer confirmed(DeviceState state, Instant at) {
        var step = machine.next(state, asked(9, SessionRight.Proof.SIGNATURE, new Command.KeepNetwork(), at));
        return ((DeviceEffect.Reply) step.effects().getFirst()).answer();
    }

    @Test
    void aConfirmationThatCameTooLateIsNotAnsweredAsDone() {
        var state = machine.next(onTrial(), asked(2, SessionRight.Proof.SIGNATURE, new Command.KeepNetwork()))
                .state();
        assertThat(machine.next(state, new DeviceEvent.TrialStayed(1, Checkpoint.End.RETURNED)))
                .satisfies(late -> {
                    assertThat(late.state().trial()).isInstanceOf(NetworkTrial.Returned.class);
                    assertThat(late.effects()).containsExactly(new DeviceEffect.Reply(2, new Answer.Failed()));
                });
    }

    @Test
    void aTrialThatCouldNotReturnDoesNotBegin() {
        var change = new Command.ChangeNetwork(new NetworkChange.Address(IpSettings.AUTOMATIC), Keeping.ON_RETURN);
        var step = machine.next(
                remembering(Samples.trusted(ALICE, "laptop")), asked(5, SessionRight.Proof.SIGNATURE, change));
        assertThat(step.effects()).singleElement().isInstanceOf(DeviceEffect.Try.class);
        assertThat(machine.next(step.state(), new DeviceEvent.TrialRefused(1, 5)))
                .satisfies(refused -> {
                    assertThat(refused.state().trial()).isEqualTo(new NetworkTrial.None());
                    assertThat(refused.effects()).containsExactly(new DeviceEffect.Reply(5, new Answer.Failed()));
                });
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
    void whoeverSharesALinkWithAGuesserWaitsAMinuteAtMost() {
        var attempts = Attempts.NONE;
        for (int i = 0; i < 40; i++) {
            attempts = attempts.failed(InetAddress.ofLiteral("fe80::bad"), NOW);
        }
        assertThat(attempts.wait(InetAddress.ofLiteral("fe80::1"), NOW)).isEqualTo(Attempts.LONGEST_WAIT_OF_NETWORK);
    }

    @Test
    void addressesWithoutEndMakeNobodyForgottenWhoFailedOften() {
        var attempts = Attempts.NONE;
        for (int i = 0; i < 12; i++) {
            attempts = attempts.failed(LAPTOP, NOW.minusSeconds(1));
        }
        for (int i = 0; i < 1000; i++) {
            attempts = attempts.failed(InetAddress.ofLiteral("10.0." + i / 256 + "." + i % 256), NOW.plusMillis(i));
        }
        assertThat(attempts.recent()).hasSize(Attempts.MOST_ADDRESSES);
        assertThat(attempts.of(InetAddress.ofLiteral("10.0.3.231"))).isPresent();
        assertThat(attempts.of(InetAddress.ofLiteral("10.0.0.0"))).isEmpty();
        assertThat(attempts.wait(LAPTOP, NOW)).isPositive();
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
        assertThat(new DeviceName("㎉".repeat(21)).hostLabel()).hasSize(60);
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
