package wifisetup.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static wifisetup.setup.SetupTrial.BOOT;
import static wifisetup.setup.SetupTrial.CABLE_IS_IN;
import static wifisetup.setup.SetupTrial.CLOCK_WAIT;
import static wifisetup.setup.SetupTrial.GRACE;
import static wifisetup.setup.SetupTrial.NOW;
import static wifisetup.setup.SetupTrial.OFFLINE;
import static wifisetup.setup.SetupTrial.OFFLINE_BUT_SAVED;
import static wifisetup.setup.SetupTrial.ONLINE;
import static wifisetup.setup.SetupTrial.PHONE;
import static wifisetup.setup.SetupTrial.STRANGER;
import static wifisetup.setup.SetupTrial.TOUCH;
import static wifisetup.setup.SetupTrial.WIRED;
import static wifisetup.setup.SetupTrial.activate;
import static wifisetup.setup.SetupTrial.activated;
import static wifisetup.setup.SetupTrial.deactivated;
import static wifisetup.setup.SetupTrial.network;
import static wifisetup.setup.SetupTrial.register;
import static wifisetup.setup.SetupTrial.select;
import static wifisetup.setup.SetupTrial.standing;
import static wifisetup.setup.SetupTrial.started;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SetupMachineTest {
    private static final Optional<String> NOBODY = Optional.empty();
    private static final Phase IDLE = new Phase.Idle();
    private static final Phase SELECTING = new Phase.Selecting(Optional.empty());

    private final SetupTrial trial = SetupTrial.withPanel();

    private SetupTrial working(Client client) {
        return trial.when(network(OFFLINE), register(PHONE), register(TOUCH), activate(client));
    }

    @Nested
    class Clients {
        @Test
        void aNewClientIsRegisteredUnderAFreshId() {
            trial.when(register(PHONE));

            assertThat(trial.said()).containsExactly(new Announcement.Registered(PHONE));
            assertThat(trial.state().clients()).containsExactly(PHONE);
        }

        @Test
        void aSecondRegistrationIsAnsweredAgainWithTheSameIdAndItsNewText() {
            var again = new SetupEvent.Register(
                    STRANGER,
                    Registration.of("phone", ClientType.REMOTE, "By telephone", true, false),
                    new ClientId("another"),
                    false,
                    NOW);

            trial.when(register(PHONE)).when(again);

            var renewed = new Client(PHONE.id(), "phone", ClientType.REMOTE, "By telephone", true, false, false);
            assertThat(trial.said()).containsExactly(new Announcement.Registered(renewed));
            assertThat(trial.state().clients()).containsExactly(renewed);
        }

        static Stream<Arguments> refused() {
            var text = Optional.of("x");
            var type = Optional.of("Remote");
            return Stream.of(
                    Arguments.of(registration(NOBODY, type, text, true, List.of()), "client is missing"),
                    Arguments.of(registration(Optional.of(" "), type, text, true, List.of()), "client is missing"),
                    Arguments.of(registration(text, NOBODY, text, true, List.of()), "type is missing"),
                    Arguments.of(registration(text, type, NOBODY, true, List.of()), "display_text is missing"),
                    Arguments.of(registration(text, type, Optional.of(""), true, List.of()), "display_text is missing"),
                    Arguments.of(
                            registration(text, Optional.of("remote"), text, true, List.of()),
                            "type is neither onDevice nor Remote"),
                    Arguments.of(
                            registration(text, type, text, false, List.of()),
                            "a client has a gui or requires input, this one has neither"),
                    Arguments.of(
                            registration(text, type, text, false, List.of("has_gui")),
                            "has_gui has a value of a wrong type"),
                    Arguments.of(
                            registration(NOBODY, NOBODY, NOBODY, true, List.of("client")),
                            "client has a value of a wrong type; display_text is missing; type is missing"));
        }

        @ParameterizedTest
        @MethodSource
        void refused(Registration registration, String error) {
            trial.when(new SetupEvent.Register(STRANGER, registration, PHONE.id(), false, NOW));

            assertThat(trial.said()).containsExactly(new Announcement.RegistrationFailed(error, registration.name()));
            assertThat(trial.state().clients()).isEmpty();
        }

        @Test
        void refusalsOfOneClientAndErrorComeInABurstOfTwentyAndThenOneASecond() {
            assertThat(refusals("bad", 0, 25)).isEqualTo(20);
            assertThat(refusals("bad", 999, 5)).isZero();
            assertThat(refusals("bad", 1000, 5)).isEqualTo(1);
            assertThat(refusals("bad", 3000, 5)).isEqualTo(2);
            assertThat(refusals("bad", 600_000, 25)).isEqualTo(20);
        }

        @Test
        void aBadClientDoesNotSilenceTheRefusalOfAnotherNorHarmAGoodOne() {
            refusals("bad", 0, 100);

            assertThat(refusals("other", 0, 1)).isEqualTo(1);
            assertThat(trial.when(register(PHONE)).said()).containsExactly(new Announcement.Registered(PHONE));
        }

        @Test
        void moreClientsThanAnyScreenShowsAreRefusedAndKnownOnesAreStillAnswered() {
            IntStream.range(0, Registry.MOST_CLIENTS)
                    .mapToObj(i -> SetupTrial.client("c" + i, ClientType.REMOTE, true, false))
                    .forEach(client -> trial.when(register(client)));

            assertThat(trial.when(register(PHONE)).said())
                    .containsExactly(new Announcement.RegistrationFailed("more than 64 clients", Optional.of("phone")));
            assertThat(trial.when(register(SetupTrial.client("c0", ClientType.REMOTE, true, false)))
                            .said())
                    .hasOnlyElementsOfType(Announcement.Registered.class);
        }

        @ParameterizedTest
        @CsvSource({"id-of-phone,", ",phone", "id-of-phone,phone"})
        void eitherIdOrNameDeregisters(String id, String name) {
            trial.when(register(PHONE), register(TOUCH)).when(deregister(id, name));

            assertThat(trial.said()).containsExactly(new Announcement.Deregistered(PHONE));
            assertThat(trial.state().clients()).containsExactly(TOUCH);
        }

        @ParameterizedTest
        @CsvSource({"id-of-phone,touch", "unknown,phone", "id-of-phone,unknown", "unknown,", ",unknown", ","})
        void aContradictoryOrUnknownDeregistrationChangesNothingAndIsLogged(String id, String name) {
            trial.when(register(PHONE), register(TOUCH)).when(deregister(id, name));

            assertThat(trial.said()).isEmpty();
            assertThat(trial.logged()).hasSize(1);
            assertThat(trial.state().clients()).containsExactly(PHONE, TOUCH);
        }

        @Test
        void theActiveClientIsDeactivatedBeforeItIsDeregisteredAndTheWatchdogGoesOn() {
            working(PHONE).when(deregister("id-of-phone", null));

            assertThat(trial.said()).containsExactly(deactivated(PHONE), new Announcement.Deregistered(PHONE));
            assertThat(trial.state().phase()).isInstanceOf(Phase.Grace.class);
        }

        @Test
        void whoAsksIsToldAllClients() {
            trial.when(register(PHONE), register(TOUCH)).when(new SetupEvent.ListClients(STRANGER));

            assertThat(trial.effects())
                    .containsExactly(new SetupEffect.Announce(
                            STRANGER, List.of(new Announcement.Clients(List.of(PHONE, TOUCH)))));
        }

        @Test
        void aClientOnTheBusTakesTheBuiltInOnesPlaceUntilItIsGone() {
            var builtIn = new Client(new ClientId("own"), "touch", ClientType.ON_DEVICE, "Own", true, true, true);
            trial.when(register(Asker.SELF, builtIn)).when(register(TOUCH));
            assertThat(trial.said())
                    .containsExactly(new Announcement.Deregistered(builtIn), new Announcement.Registered(TOUCH));

            trial.when(register(Asker.SELF, builtIn));
            assertThat(trial.state().clients()).containsExactly(TOUCH);
            assertThat(trial.said()).isEmpty();

            trial.when(deregister("id-of-touch", null), register(Asker.SELF, builtIn));
            assertThat(trial.state().clients()).containsExactly(builtIn);
        }

        private long refusals(String name, long millis, int times) {
            var registration = registration(Optional.of(name), NOBODY, Optional.of("x"), true, List.of());
            var event = new SetupEvent.Register(STRANGER, registration, PHONE.id(), false, NOW.plusMillis(millis));
            return IntStream.range(0, times)
                    .filter(_ -> !trial.when(event).said().isEmpty())
                    .count();
        }

        private static Registration registration(
                Optional<String> name, Optional<String> type, Optional<String> text, boolean gui, List<String> wrong) {
            return new Registration(name, type, text, gui, false, wrong);
        }

        private static SetupEvent deregister(@Nullable String id, @Nullable String name) {
            return new SetupEvent.Deregister(
                    STRANGER, Optional.ofNullable(id).map(ClientId::new), Optional.ofNullable(name));
        }
    }

    @Nested
    class Activation {
        @Test
        void theChosenClientTakesOver() {
            trial.when(register(PHONE)).when(activate(PHONE));

            assertThat(trial.said()).containsExactly(activated(PHONE));
            assertThat(trial.state().active()).contains(PHONE);
        }

        @Test
        void anotherClientsActivationFirstDeactivatesTheOneAtWork() {
            working(PHONE).when(activate(TOUCH));

            assertThat(trial.said()).containsExactly(deactivated(PHONE), activated(TOUCH));
            assertThat(trial.state().active()).contains(TOUCH);
        }

        @Test
        void activatingTheClientAtWorkTellsNobodyTwice() {
            working(PHONE).when(activate(PHONE));

            assertThat(trial.effects()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"phone,id-of-touch", "touch,id-of-phone", "phone,unknown", "unknown,id-of-phone"})
        void anUnknownOrMismatchedClientChangesNothingAndIsLogged(String name, String id) {
            trial.when(register(PHONE), register(TOUCH));
            var before = trial.state();

            trial.when(new SetupEvent.SetActive(STRANGER, name, new ClientId(id)));
            assertThat(trial.said()).isEmpty();
            assertThat(trial.logged()).hasSize(1);
            trial.when(new SetupEvent.Select(STRANGER, name, new ClientId(id)));
            assertThat(trial.said()).isEmpty();
            assertThat(trial.logged()).hasSize(1);
            assertThat(trial.state()).isEqualTo(before);
        }

        @Test
        void aChoiceIsPassedOnAsSetActiveAndActivates() {
            trial.when(register(PHONE)).when(select(STRANGER, PHONE));

            assertThat(trial.said()).containsExactly(new Announcement.SetActive(PHONE), activated(PHONE));
        }

        @Test
        void aChoiceOnThePanelIsToldToTheBusAsWell() {
            trial.when(register(PHONE)).when(select(Asker.PANEL, PHONE));

            assertThat(trial.said())
                    .containsExactly(
                            new Announcement.Selected(PHONE), new Announcement.SetActive(PHONE), activated(PHONE));
        }

        @Test
        void aChoiceWhileAClientIsAtWorkIsIgnored() {
            working(PHONE).when(select(STRANGER, TOUCH));

            assertThat(trial.said()).isEmpty();
            assertThat(trial.state().active()).contains(PHONE);
        }

        @ParameterizedTest
        @CsvSource({"phone", "''"})
        void theClientAtWorkStopsWhenItIsNamedOrNobodyIs(String name) {
            working(PHONE).when(removeActive(name));

            assertThat(trial.said()).containsExactly(deactivated(PHONE));
            assertThat(trial.state().phase()).isInstanceOf(Phase.Grace.class);
        }

        @Test
        void removingAnotherClientThanTheOneAtWorkIsIgnored() {
            working(PHONE).when(removeActive("touch"));

            assertThat(trial.effects()).isEmpty();
            assertThat(trial.state().active()).contains(PHONE);
        }

        @Test
        void removingSaysConnectedOnlyIfItStoppedSomebodyAndTheDeviceIsOnline() {
            working(PHONE).when(network(ONLINE), new SetupEvent.ClockSet());
            assertThat(trial.when(removeActive("")).said()).isEmpty();

            trial.when(activate(PHONE)).when(removeActive("phone"));
            assertThat(trial.said()).containsExactly(deactivated(PHONE), new Announcement.InternetConnected());
            assertThat(trial.when(removeActive("phone")).said()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"phone", "''"})
        void aFailingClientIsDeactivatedAndTheSelectionSaysWhy(String name) {
            working(PHONE).when(new SetupEvent.ClientFailed(STRANGER, named(name), "no hotspot"));

            assertThat(trial.said()).containsExactly(deactivated(PHONE));
            assertThat(trial.state().phase())
                    .isEqualTo(new Phase.Selecting(Optional.of(new Phase.Trouble("Set up by phone", "no hotspot"))));
        }

        @Test
        void theFailureOfAClientThatIsNotAtWorkIsIgnored() {
            working(PHONE).when(new SetupEvent.ClientFailed(STRANGER, Optional.of("touch"), "late"));
            assertThat(trial.state().active()).contains(PHONE);

            trial.when(removeActive(""), new SetupEvent.ClientFailed(STRANGER, NOBODY, "late"));
            assertThat(trial.state().phase()).isInstanceOf(Phase.Grace.class);
        }

        @Test
        void aDismissedSelectionIsGoneAndAClientAtWorkStays() {
            trial.when(new SetupEvent.UserActivated(STRANGER)).when(new SetupEvent.SelectionDismissed(STRANGER));
            assertThat(trial.state().phase()).isEqualTo(IDLE);

            working(PHONE).when(new SetupEvent.SelectionDismissed(STRANGER));
            assertThat(trial.state().active()).contains(PHONE);
        }

        private static SetupEvent removeActive(String name) {
            return new SetupEvent.RemoveActive(STRANGER, named(name));
        }

        private static Optional<String> named(String name) {
            return Optional.of(name).filter(text -> !text.isEmpty());
        }
    }

    @Nested
    class Declining {
        @Test
        void connectLaterDeactivatesThenIsRememberedThenAnnounced() {
            working(PHONE).when(new SetupEvent.Skip(STRANGER, BOOT));

            var skipped = new Memory(new Consent.Skipped(BOOT), true, false);
            assertThat(trial.effects())
                    .containsExactly(
                            new SetupEffect.Announce(STRANGER, List.of(deactivated(PHONE))),
                            new SetupEffect.Remember(skipped),
                            new SetupEffect.Announce(STRANGER, List.of(new Announcement.FullyOffline())));
            assertThat(trial.state().phase()).isEqualTo(IDLE);
            assertThat(trial.state().memory()).isEqualTo(skipped);
        }

        @Test
        void connectLaterHoldsThroughACrashAndEndsWithTheNextBoot() {
            var skipped = new Memory(new Consent.Skipped(BOOT), true, false);
            var crashed = SetupTrial.with(true, true, skipped).when(network(OFFLINE), started());
            assertThat(crashed.said()).containsExactly(new Announcement.Alive());
            assertThat(crashed.state().phase()).isEqualTo(IDLE);

            var booted = SetupTrial.with(true, true, skipped).when(network(OFFLINE), new SetupEvent.Started("boot-2"));
            assertThat(booted.effects()).contains(new SetupEffect.Remember(Memory.NEW_DEVICE));
            assertThat(booted.state().phase()).isEqualTo(SELECTING);
        }

        @Test
        void neverConnectIsRememberedForEverWithTheWatchdogOff() {
            working(PHONE).when(new SetupEvent.NeverConnect(STRANGER));

            var never = new Memory(new Consent.Never(), false, true);
            assertThat(trial.effects())
                    .containsExactly(
                            new SetupEffect.Announce(STRANGER, List.of(deactivated(PHONE))),
                            new SetupEffect.Remember(never),
                            new SetupEffect.Announce(STRANGER, List.of(new Announcement.FullyOffline())));
            var booted = SetupTrial.with(true, true, never).when(network(OFFLINE), new SetupEvent.Started("boot-2"));
            assertThat(booted.state().phase()).isEqualTo(IDLE);
        }

        @Test
        void whatThePersonAtThePanelDeclinesIsToldToTheBus() {
            assertThat(trial.when(new SetupEvent.Skip(Asker.PANEL, BOOT)).said())
                    .containsExactly(new Announcement.SkipChosen(), new Announcement.FullyOffline());
            assertThat(trial.when(new SetupEvent.NeverConnect(Asker.PANEL)).said())
                    .containsExactly(new Announcement.NeverChosen(), new Announcement.FullyOffline());
        }

        static Stream<SetupEvent> declined() {
            return Stream.of(new SetupEvent.Skip(STRANGER, BOOT), new SetupEvent.NeverConnect(STRANGER));
        }

        @ParameterizedTest
        @MethodSource("declined")
        void theSetupButtonTakesTheDeviceOutOfItAndTurnsTheWatchdogOnAgain(SetupEvent declined) {
            trial.when(network(OFFLINE), declined).when(new SetupEvent.UserActivated(STRANGER));

            assertThat(trial.state().memory().consent()).isEqualTo(new Consent.Wanted());
            assertThat(trial.state().memory().watchdog()).isTrue();
            assertThat(trial.effects())
                    .containsExactly(
                            new SetupEffect.Remember(trial.state().memory()),
                            new SetupEffect.Announce(STRANGER, List.of(new Announcement.Launched())));
            assertThat(trial.state().phase()).isEqualTo(SELECTING);
        }

        @Test
        void theSetupButtonOnThePanelIsToldToTheBusAndDeactivatesTheClientAtWork() {
            working(PHONE).when(new SetupEvent.UserActivated(Asker.PANEL));

            assertThat(trial.said())
                    .containsExactly(new Announcement.SetupWanted(), deactivated(PHONE), new Announcement.Launched());
            assertThat(trial.state().phase()).isEqualTo(SELECTING);
        }
    }

    @Nested
    class GoingOnline {
        private static final List<Announcement> FIRST =
                List.of(new Announcement.InternetConnected(), new Announcement.SyncClock());
        private static final List<Announcement> THEN =
                List.of(new Announcement.Completed(), new Announcement.ShellOk(), new Announcement.StopSetup());

        @Test
        void everythingIsAnnouncedInOrderAndOnce() {
            trial.when(network(OFFLINE)).when(network(ONLINE));
            assertThat(trial.said()).isEqualTo(FIRST);
            assertThat(trial.timers()).containsExactly(CLOCK_WAIT);

            trial.when(new SetupEvent.ClockSet());
            assertThat(trial.said()).isEqualTo(THEN);

            trial.when(network(ONLINE), new SetupEvent.ClockSet(), new SetupEvent.InternetReported());
            assertThat(trial.said()).isEmpty();
        }

        @Test
        void aClockThatNobodySetsIsNotWaitedForLongerThanTheBound() {
            trial.when(network(ONLINE));

            assertThat(trial.when(trial.newestTimerRunsOut()).said()).isEqualTo(THEN);
            assertThat(trial.when(new SetupEvent.ClockSet()).said()).isEmpty();
        }

        @Test
        void aDeviceThatWentOfflineMeanwhileAnnouncesNoEndAndBeginsAnew() {
            trial.when(network(ONLINE));
            var stale = trial.newestTimerRunsOut();
            trial.when(network(OFFLINE_BUT_SAVED), stale, new SetupEvent.ClockSet());
            assertThat(trial.said()).isEmpty();

            assertThat(trial.when(network(ONLINE)).said()).isEqualTo(FIRST);
            assertThat(trial.when(stale).said()).isEmpty();
            assertThat(trial.when(trial.newestTimerRunsOut()).said()).isEqualTo(THEN);
        }

        @Test
        void itEndsTheSetUpAndRemembersThatOneWasFinished() {
            working(PHONE).when(network(ONLINE)).when(new SetupEvent.ClockSet());

            assertThat(trial.said()).containsAll(THEN).endsWith(deactivated(PHONE));
            assertThat(trial.effects().getFirst())
                    .isEqualTo(new SetupEffect.Remember(new Memory(new Consent.Wanted(), true, true)));
            assertThat(trial.state().phase()).isEqualTo(IDLE);
        }

        @Test
        void somebodyElsesWordThatTheDeviceIsOnlineCounts() {
            assertThat(trial.when(new SetupEvent.InternetReported()).said()).isEqualTo(FIRST);
            assertThat(trial.when(new SetupEvent.InternetReported()).said()).isEmpty();
        }

        static Stream<Arguments> readiness() {
            return Stream.of(
                    Arguments.of(false, List.of(network(OFFLINE))),
                    Arguments.of(false, List.of(network(WIRED))),
                    Arguments.of(true, List.of(network(ONLINE))),
                    Arguments.of(true, List.of(network(ONLINE), new SetupEvent.ClockSet())),
                    Arguments.of(true, List.of(new SetupEvent.Skip(STRANGER, BOOT))),
                    Arguments.of(true, List.of(new SetupEvent.NeverConnect(STRANGER))),
                    Arguments.of(false, List.of(register(PHONE), activate(PHONE))),
                    Arguments.of(
                            false,
                            List.of(network(ONLINE), new SetupEvent.ClockSet(), register(PHONE), activate(PHONE))));
        }

        @ParameterizedTest
        @MethodSource("readiness")
        void itIsReadyWhenOnlineOrDeclinedAndNoClientIsAtWork(boolean ready, List<SetupEvent> before) {
            trial.when(before.toArray(SetupEvent[]::new)).when(new SetupEvent.InternetAsked(STRANGER));

            assertThat(trial.said()).containsExactly(new Announcement.InternetReady(ready));
        }
    }

    @Nested
    class Watchdog {
        @Test
        void withoutSavedNetworksASetUpBeginsAtOnce() {
            trial.when(started()).when(network(OFFLINE));

            assertThat(trial.said()).containsExactly(new Announcement.NoInternet(), new Announcement.Launched());
            assertThat(trial.state().phase()).isEqualTo(SELECTING);
        }

        @Test
        void savedNetworksGetTheirTimeToConnect() {
            trial.when(network(OFFLINE_BUT_SAVED), started());
            assertThat(trial.timers()).containsExactly(GRACE);
            assertThat(trial.state().phase()).isInstanceOf(Phase.Grace.class);

            trial.when(trial.newestTimerRunsOut());
            assertThat(trial.said()).containsExactly(new Announcement.NoInternet(), new Announcement.Launched());
            assertThat(trial.state().phase()).isEqualTo(SELECTING);
        }

        @Test
        void aRadioThatIsStillComingUpGetsTimeAndNoMoreThanItNeeds() {
            trial.when(started());
            assertThat(trial.state().phase()).isInstanceOf(Phase.Grace.class);

            trial.when(network(OFFLINE));

            assertThat(trial.state().phase()).isEqualTo(SELECTING);
        }

        @Test
        void aCableThatIsInGetsItsTimeAndNoMoreThanItNeeds() {
            trial.when(network(CABLE_IS_IN), started());
            assertThat(trial.state().phase()).isInstanceOf(Phase.Grace.class);

            var address = SetupTrial.withPanel().when(network(CABLE_IS_IN), started(), network(WIRED));
            assertThat(address.state().phase()).isEqualTo(IDLE);

            trial.when(network(OFFLINE));
            assertThat(trial.state().phase()).isEqualTo(SELECTING);
        }

        @Test
        void aConnectionWithinTheGraceEndsItAndTheTimerMeansNothingThen() {
            trial.when(network(OFFLINE_BUT_SAVED), started(), network(WIRED));
            assertThat(trial.state().phase()).isEqualTo(IDLE);

            trial.when(trial.newestTimerRunsOut());

            assertThat(trial.state().phase()).isEqualTo(IDLE);
        }

        @Test
        void aLostConnectionStartsIt() {
            trial.when(network(ONLINE), new SetupEvent.ClockSet()).when(network(OFFLINE_BUT_SAVED));
            assertThat(trial.state().phase()).isInstanceOf(Phase.Grace.class);

            var unsaved = SetupTrial.withPanel().when(network(WIRED), started()).when(network(OFFLINE));
            assertThat(unsaved.said()).containsExactly(new Announcement.NoInternet(), new Announcement.Launched());
        }

        @Test
        void aNetworkThatIsTriedForAManagerIsNoLostConnection() {
            trial.when(network(WIRED), started(), new SetupEvent.TryoutSeen(Tryout.RUNNING))
                    .when(network(OFFLINE), network(OFFLINE_BUT_SAVED));
            assertThat(trial.said()).isEmpty();
            assertThat(trial.state().phase()).isEqualTo(IDLE);

            trial.when(new SetupEvent.TryoutSeen(Tryout.NONE));
            assertThat(trial.state().phase()).isInstanceOf(Phase.Grace.class);
        }

        @Test
        void aNetworkThatIsTriedWhileTheSavedOnesHaveTheirTimeGivesThemThatTimeAnew() {
            trial.when(network(OFFLINE_BUT_SAVED), started(), new SetupEvent.TryoutSeen(Tryout.RUNNING));

            trial.when(trial.newestTimerRunsOut());

            assertThat(trial.state().phase()).isInstanceOf(Phase.Grace.class);
            assertThat(trial.timers()).containsExactly(GRACE);
        }

        @Test
        void aWireIsEnough() {
            trial.when(network(WIRED)).when(started());

            assertThat(trial.said()).containsExactly(new Announcement.Alive());
            assertThat(trial.state().phase()).isEqualTo(IDLE);
        }

        @Test
        void withoutAutoSetupNothingBeginsByItselfButByTheButton() {
            var quiet = SetupTrial.with(true, false, Memory.NEW_DEVICE).when(network(OFFLINE), started());
            assertThat(quiet.state().phase()).isEqualTo(IDLE);
            assertThat(quiet.timers()).isEmpty();

            quiet.when(new SetupEvent.UserActivated(STRANGER));

            assertThat(quiet.state().phase()).isEqualTo(SELECTING);
        }

        @Test
        void aWatchdogThatIsOffStaysQuiet() {
            var off = SetupTrial.with(true, true, new Memory(new Consent.Wanted(), false, true));

            off.when(network(OFFLINE), started());

            assertThat(off.state().phase()).isEqualTo(IDLE);
        }
    }

    @Nested
    class Headless {
        private final SetupTrial headless = SetupTrial.headless();

        @Test
        void theFirstClientThatNeedsNoInputIsActivated() {
            headless.when(register(TOUCH), register(PHONE), started()).when(network(OFFLINE));

            assertThat(headless.said())
                    .containsSubsequence(
                            new Announcement.Launched(), new Announcement.SetActive(PHONE), activated(PHONE));
        }

        @Test
        void aClientThatComesLaterIsActivatedWhenItComes() {
            headless.when(network(OFFLINE), started(), register(TOUCH));
            assertThat(headless.state().phase()).isEqualTo(SELECTING);

            headless.when(register(PHONE));

            assertThat(headless.said())
                    .containsExactly(
                            new Announcement.Registered(PHONE), new Announcement.SetActive(PHONE), activated(PHONE));
        }

        @Test
        void aClientThatFailedIsNotStartedAgainByItsOwnRegistration() {
            headless.when(network(OFFLINE), started(), register(PHONE))
                    .when(new SetupEvent.ClientFailed(STRANGER, NOBODY, "broken"), register(PHONE));

            assertThat(headless.state().active()).isEmpty();
        }

        @Test
        void theSetupButtonActivatesItToo() {
            headless.when(register(PHONE)).when(new SetupEvent.UserActivated(STRANGER));

            assertThat(headless.state().active()).contains(PHONE);
        }
    }

    @Nested
    class BesideAnotherRegistry {
        @ParameterizedTest
        @EnumSource(
                value = Standing.class,
                names = {"ASKING", "PASSIVE"})
        void itIsSilentAndLeavesToTheOtherWhatComesFromTheBus(Standing standing) {
            trial.when(network(OFFLINE), register(PHONE), standing(standing));
            var before = trial.state();

            trial.when(
                    register(TOUCH),
                    activate(PHONE),
                    select(STRANGER, PHONE),
                    new SetupEvent.ListClients(STRANGER),
                    new SetupEvent.StatusAsked(STRANGER),
                    new SetupEvent.InternetAsked(STRANGER),
                    new SetupEvent.Deregister(STRANGER, Optional.of(PHONE.id()), NOBODY),
                    new SetupEvent.RemoveActive(STRANGER, NOBODY),
                    new SetupEvent.ClientFailed(STRANGER, NOBODY, "x"),
                    new SetupEvent.Skip(STRANGER, BOOT),
                    new SetupEvent.NeverConnect(STRANGER),
                    new SetupEvent.UserActivated(STRANGER));

            assertThat(trial.effects()).isEmpty();
            assertThat(trial.state()).isEqualTo(before);
        }

        @Test
        void aSelectionOnThisPanelIsNotDismissedFromTheBus() {
            trial.when(standing(Standing.PASSIVE), new SetupEvent.UserActivated(Asker.PANEL));

            trial.when(new SetupEvent.SelectionDismissed(STRANGER));
            assertThat(trial.state().phase()).isEqualTo(SELECTING);

            trial.when(new SetupEvent.SelectionDismissed(Asker.PANEL));
            assertThat(trial.state().phase()).isEqualTo(IDLE);
        }

        @Test
        void thePersonAtThePanelIsObeyedSilently() {
            trial.when(network(OFFLINE), register(PHONE), standing(Standing.PASSIVE))
                    .when(new SetupEvent.UserActivated(Asker.PANEL));
            assertThat(trial.state().phase()).isEqualTo(SELECTING);
            assertThat(trial.said()).isEmpty();

            trial.when(select(Asker.PANEL, PHONE));
            assertThat(trial.state().active()).contains(PHONE);
            assertThat(trial.said()).isEmpty();

            trial.when(new SetupEvent.Skip(Asker.PANEL, BOOT));
            assertThat(trial.state().memory().consent()).isEqualTo(new Consent.Skipped(BOOT));
            assertThat(trial.said()).isEmpty();
        }

        @Test
        void itBeginsNoSetUpByItselfAndEndsTheWaitForOne() {
            trial.when(network(OFFLINE_BUT_SAVED), started(), standing(Standing.PASSIVE));
            assertThat(trial.state().phase()).isEqualTo(IDLE);

            trial.when(network(WIRED), network(OFFLINE));

            assertThat(trial.state().phase()).isEqualTo(IDLE);
        }

        @Test
        void whenNobodyElseServesItSaysThatItIsAliveAndWatches() {
            trial.when(standing(Standing.ASKING), network(OFFLINE), started()).when(standing(Standing.SERVING));

            assertThat(trial.said())
                    .containsExactly(
                            new Announcement.Alive(), new Announcement.NoInternet(), new Announcement.Launched());
            assertThat(trial.when(standing(Standing.SERVING)).effects()).isEmpty();
        }
    }

    @Nested
    class Questions {
        @Test
        void theStatusIsAnsweredByAliveAndHowItStands() {
            var asked = new SetupEvent.StatusAsked(STRANGER);
            trial.when(asked);
            assertThat(trial.said()).containsExactly(new Announcement.Alive(), status(false, NOBODY_AT_WORK, "idle"));

            trial.when(network(OFFLINE_BUT_SAVED), started()).when(asked);
            assertThat(trial.said().getLast()).isEqualTo(status(false, NOBODY_AT_WORK, "grace"));

            trial.when(trial.newestTimerRunsOut()).when(asked);
            assertThat(trial.said().getLast()).isEqualTo(status(true, NOBODY_AT_WORK, "select"));

            trial.when(register(PHONE), activate(PHONE)).when(asked);
            assertThat(trial.said().getLast()).isEqualTo(status(true, Optional.of(PHONE), "client"));
        }

        private static final Optional<Client> NOBODY_AT_WORK = Optional.empty();

        private static Announcement status(boolean inSetup, Optional<Client> active, String mode) {
            return new Announcement.Status(true, inSetup, active, mode);
        }

        @Test
        void anEffectThatFailedIsLoggedAndAnnounced() {
            trial.when(new SetupEvent.EffectFailed("Remember", "the disk is full"));

            assertThat(trial.said()).containsExactly(new Announcement.SetupFailed("the disk is full"));
            assertThat(trial.logged()).containsExactly("Remember: the disk is full");
        }
    }
}
