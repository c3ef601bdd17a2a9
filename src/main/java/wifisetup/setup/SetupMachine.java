package wifisetup.setup;

import java.util.Optional;
import java.util.function.UnaryOperator;
import wifisetup.loop.Machine;
import wifisetup.loop.Step;
import wifisetup.network.NetworkStatus;

/// The registry of set-up clients and the course of a set-up: who is at work, and whether anybody should be.
///
/// While another registry serves the same bus ([Standing#PASSIVE]) what comes from the bus is left to that one; the
/// person at this device's panel is still obeyed.
public final class SetupMachine implements Machine<SetupState, SetupEvent, SetupEffect> {
    private final SetupRules rules;
    private final Launch launch;
    private final Watchdog watchdog;

    /// A machine that follows `rules`.
    public SetupMachine(SetupRules rules) {
        this.rules = rules;
        this.launch = new Launch(rules);
        this.watchdog = new Watchdog(rules, launch);
    }

    @Override
    public Step<SetupState, SetupEffect> next(SetupState state, SetupEvent event) {
        return SelectionPage.follow(state, decide(state, event));
    }

    private Step<SetupState, SetupEffect> decide(SetupState state, SetupEvent event) {
        return switch (event) {
            case SetupEvent.ScreenReported(var connected) ->
                launch.screenKnown(turn(state), connected ? new OtherScreen.Present() : new OtherScreen.Absent())
                        .done();
            case SetupEvent.Started(var bootId) -> started(turn(state), bootId);
            case SetupEvent.Register register -> registered(state, register);
            case SetupEvent.Deregister(var asker, var id, var name) ->
                by(state, asker, turn -> Registry.deregister(turn, id, name));
            case SetupEvent.ListClients(var asker) ->
                by(state, asker, turn -> turn.announce(new Announcement.Clients(state.clients())));
            case SetupEvent.SetActive(var asker, var name, var id) ->
                by(state, asker, turn -> setActive(turn, name, id));
            case SetupEvent.Select(var asker, var name, var id) -> by(state, asker, turn -> select(turn, name, id));
            case SetupEvent.RemoveActive(var asker, var name) -> by(state, asker, turn -> removeActive(turn, name));
            case SetupEvent.ClientFailed(var asker, var name, var error) ->
                by(state, asker, turn -> clientFailed(turn, name, error));
            case SetupEvent.SelectionDismissed(var asker) ->
                by(
                        state,
                        asker,
                        turn -> state.phase() instanceof Phase.Selecting ? turn.phase(new Phase.Idle()) : turn);
            case SetupEvent.Skip(var asker, var bootId) -> by(state, asker, turn -> skip(turn, bootId));
            case SetupEvent.NeverConnect(var asker) -> by(state, asker, SetupMachine::neverConnect);
            case SetupEvent.UserActivated(var asker) -> by(state, asker, this::userActivated);
            case SetupEvent.StatusAsked(var asker) ->
                by(state, asker, turn -> turn.announce(new Announcement.Alive()).announce(status(state)));
            case SetupEvent.InternetAsked(var asker) ->
                by(state, asker, turn -> turn.announce(new Announcement.InternetReady(isReady(state))));
            case SetupEvent.InternetReported _ ->
                state.announced() instanceof Online.No ? online(turn(state)).done() : Step.to(state);
            case SetupEvent.NetworkChanged(var status) -> networkChanged(state, status);
            case SetupEvent.TryoutSeen(var tryout) -> tryoutSeen(state, tryout);
            case SetupEvent.ClockSet _ ->
                state.announced() instanceof Online.SettingClock
                        ? ready(turn(state)).done()
                        : Step.to(state);
            case SetupEvent.TimeUp(long timer) -> timeUp(state, timer);
            case SetupEvent.StandingChanged(var standing) -> standingChanged(state, standing);
            case SetupEvent.EffectFailed(var what, var error) ->
                turn(state)
                        .log(what + ": " + error)
                        .announce(new Announcement.SetupFailed(error))
                        .done();
        };
    }

    private static Turn turn(SetupState state) {
        return new Turn(state, Asker.SELF);
    }

    private Step<SetupState, SetupEffect> by(SetupState state, Asker asker, UnaryOperator<Turn> act) {
        boolean ours = asker.equals(Asker.PANEL) || asker.equals(Asker.SELF);
        if (!ours && state.standing() != Standing.SERVING) {
            return Step.to(state);
        }
        var turn = act.apply(new Turn(state, asker));
        boolean left = state.phase() instanceof Phase.Working && turn.state().phase() instanceof Phase.Idle;
        // Never at once: a client that gives up without a panel would be started again for ever.
        return (left && watchdog.isWanted(turn.state()) ? watchdog.wait(turn) : turn).done();
    }

    private Step<SetupState, SetupEffect> started(Turn turn, String bootId) {
        var memory = turn.state().memory();
        if (memory.consent() instanceof Consent.Skipped(var skippedIn) && !skippedIn.equals(bootId)) {
            turn.remember(new Memory(new Consent.Wanted(), memory.watchdog(), memory.firstBootDone()));
        }
        return watchdog.watch(turn.announce(new Announcement.Alive())).done();
    }

    private Step<SetupState, SetupEffect> registered(SetupState state, SetupEvent.Register event) {
        return by(state, event.asker(), turn -> {
            Registry.register(turn, event);
            // Without a panel nobody chooses: a client that was waited for starts as soon as it is there.
            return turn.state().phase() instanceof Phase.Selecting(var trouble) && trouble.isEmpty()
                    ? launch.activateUnattended(turn)
                    : turn;
        });
    }

    private Step<SetupState, SetupEffect> standingChanged(SetupState state, Standing standing) {
        if (standing == state.standing()) {
            return Step.to(state);
        }
        var turn = turn(state.with(standing));
        return switch (standing) {
            case SERVING ->
                watchdog.watch(turn.announce(new Announcement.Alive())).done();
            case ASKING, PASSIVE -> (state.phase() instanceof Phase.Grace ? turn.phase(new Phase.Idle()) : turn).done();
        };
    }

    private static Turn setActive(Turn turn, String name, ClientId id) {
        return known(turn.state(), name, id)
                .map(client -> Registry.activate(turn, client))
                .orElseGet(() -> turn.log("no such client to activate: " + name + ", id " + id.text()));
    }

    private static Turn select(Turn turn, String name, ClientId id) {
        if (turn.state().active().isPresent()) {
            return turn.log("a client is at work already, not selected: " + name);
        }
        return known(turn.state(), name, id)
                .map(client -> Registry.activate(
                        turn.announceIfPanel(new Announcement.Selected(client))
                                .announce(new Announcement.SetActive(client)),
                        client))
                .orElseGet(() -> turn.log("no such client to select: " + name + ", id " + id.text()));
    }

    private static Optional<Client> known(SetupState state, String name, ClientId id) {
        return state.client(id).filter(client -> client.name().equals(name));
    }

    private static Turn removeActive(Turn turn, Optional<String> name) {
        if (!names(turn.state(), name)) {
            return turn;
        }
        Registry.deactivate(turn);
        return turn.state().announced() instanceof Online.Yes
                ? turn.announce(new Announcement.InternetConnected())
                : turn;
    }

    private static Turn clientFailed(Turn turn, Optional<String> name, String error) {
        if (!names(turn.state(), name)) {
            return turn;
        }
        var failing = turn.state().active().orElseThrow();
        return Registry.deactivate(turn)
                .phase(new Phase.Selecting(Optional.of(new Phase.Trouble(failing.displayText(), error))));
    }

    /// Whether there is a client at work, and `name` is its name or nobody's.
    private static boolean names(SetupState state, Optional<String> name) {
        return state.active()
                .filter(active -> name.isEmpty() || name.get().equals(active.name()))
                .isPresent();
    }

    private static Turn skip(Turn turn, String bootId) {
        var memory = turn.state().memory();
        return offline(
                turn.announceIfPanel(new Announcement.SkipChosen()),
                new Memory(new Consent.Skipped(bootId), memory.watchdog(), memory.firstBootDone()));
    }

    private static Turn neverConnect(Turn turn) {
        return offline(
                turn.announceIfPanel(new Announcement.NeverChosen()), new Memory(new Consent.Never(), false, true));
    }

    private static Turn offline(Turn turn, Memory memory) {
        return Registry.deactivate(turn)
                .remember(memory)
                .phase(new Phase.Idle())
                .announce(new Announcement.FullyOffline());
    }

    private Turn userActivated(Turn turn) {
        turn.announceIfPanel(new Announcement.SetupWanted());
        Registry.deactivate(turn);
        turn.remember(
                new Memory(new Consent.Wanted(), true, turn.state().memory().firstBootDone()));
        return launch.begin(turn);
    }

    private static boolean isReady(SetupState state) {
        return state.active().isEmpty()
                && (!(state.announced() instanceof Online.No)
                        || !(state.memory().consent() instanceof Consent.Wanted));
    }

    private static Announcement.Status status(SetupState state) {
        String mode = switch (state.phase()) {
            case Phase.Idle _ -> "idle";
            case Phase.Grace _ -> "grace";
            case Phase.Selecting _ -> "select";
            case Phase.Working _ -> "client";
        };
        return new Announcement.Status(state.memory().watchdog(), state.inSetup(), state.active(), mode);
    }

    private Step<SetupState, SetupEffect> networkChanged(SetupState state, NetworkStatus status) {
        var before = state.network();
        var turn = turn(state.with(status));
        if (!status.isOnline()) {
            turn.state(turn.state().with(new Online.No()));
        } else if (state.announced() instanceof Online.No) {
            online(turn);
        }
        if (status.isLinked() && state.phase() instanceof Phase.Grace) {
            turn.phase(new Phase.Idle());
        }
        boolean lost = before.isLinked() && !status.isLinked();
        boolean nowKnown = Watchdog.isStarting(before) && !Watchdog.isStarting(status);
        boolean hopeless = Watchdog.canConnectByItself(before) && !Watchdog.canConnectByItself(status);
        return (lost || nowKnown || hopeless ? watchdog.watch(turn) : turn).done();
    }

    /// While a network is tried, no set-up begins by itself; the device has its time again when that is over.
    private Step<SetupState, SetupEffect> tryoutSeen(SetupState state, Tryout tryout) {
        if (tryout == state.tryout()) {
            return Step.to(state);
        }
        var turn = turn(state.with(tryout));
        return switch (tryout) {
            case RUNNING -> turn.done();
            case NONE -> watchdog.watch(turn).done();
        };
    }

    private Turn online(Turn turn) {
        long timer = turn.startTimer(rules.clockWait());
        return turn.state(turn.state().with(new Online.SettingClock(timer)))
                .announce(new Announcement.InternetConnected())
                .announce(new Announcement.SyncClock());
    }

    private static Turn ready(Turn turn) {
        var memory = turn.state().memory();
        turn.state(turn.state().with(new Online.Yes()))
                .remember(new Memory(memory.consent(), memory.watchdog(), true))
                .announce(new Announcement.Completed())
                .announce(new Announcement.ShellOk())
                .announce(new Announcement.StopSetup());
        return Registry.deactivate(turn).phase(new Phase.Idle());
    }

    private Step<SetupState, SetupEffect> timeUp(SetupState state, long timer) {
        if (state.announced().equals(new Online.SettingClock(timer))) {
            return ready(turn(state)).done();
        }
        if (state.phase().equals(new Phase.Grace(timer))) {
            return watchdog.graceOver(turn(state)).done();
        }
        if (state.otherScreen().equals(new OtherScreen.Asked(timer))) {
            return launch.screenKnown(turn(state), new OtherScreen.Absent()).done();
        }
        return Step.to(state);
    }
}
