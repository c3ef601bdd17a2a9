package wifisetup.network.dbus;

import java.util.ArrayList;
import java.util.List;
import wifisetup.loop.Machine;
import wifisetup.loop.Step;
import wifisetup.network.Block;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Security;

/// Tells from the signs of a join how far it has come and why it failed.
///
/// The table behind it was measured with NetworkManager 1.42 and wpa_supplicant 2.10; see the decision page on the
/// transactional join. Three things make it less than obvious. The first NEED_AUTH of every secured join is no
/// failure. The state of the active connection is the same for nearly every failure, so the device's own states count,
/// from the moment on that they are about this connection. And a wrong WPA3 password looks like an absent network,
/// after 25 s; only the supplicant tells it sooner.
final class JoinCourse implements Machine<JoinCourse.State, Sign, Act> {
    /// How a join stands.
    ///
    /// @param begun whether the device works on this connection
    /// @param stage what was told last
    /// @param handshakeFailed whether the access point ended the 4-way handshake (WPA2)
    /// @param committed whether the access point took the commit of SAE (WPA3)
    /// @param refusals how often it then refused the confirm
    /// @param over whether it has ended; later signs mean nothing
    record State(
            boolean begun, JoinStage stage, boolean handshakeFailed, boolean committed, int refusals, boolean over) {
        /// Before the first sign.
        static final State INITIAL = new State(false, JoinStage.PREPARING, false, false, 0, false);

        private State beginning() {
            return new State(true, stage, handshakeFailed, committed, refusals, over);
        }

        private State at(JoinStage next) {
            return new State(begun, next, handshakeFailed, committed, refusals, over);
        }

        private State withHandshakeFailed() {
            return new State(begun, stage, true, committed, refusals, over);
        }

        private State withCommit() {
            return new State(begun, stage, handshakeFailed, true, refusals, over);
        }

        private State withRefusal() {
            return new State(begun, stage, handshakeFailed, false, refusals + 1, over);
        }

        private State ended() {
            return new State(begun, stage, handshakeFailed, committed, refusals, true);
        }
    }

    private final Security security;
    private final boolean passwordOffered;

    /// The course of a join.
    ///
    /// @param passwordOffered whether the attempt has a password that somebody typed
    JoinCourse(Security security, boolean passwordOffered) {
        this.security = security;
        this.passwordOffered = passwordOffered;
    }

    @Override
    public Step<State, Act> next(State state, Sign sign) {
        if (state.over) {
            return Step.to(state);
        }
        return switch (sign) {
            case Sign.Began _ -> Step.to(state.beginning(), new Act.Allow(Limit.SEARCH));
            case Sign.Device device -> state.begun ? device(state, device) : adapterLost(state, device);
            case Sign.Activated _ -> keep(state);
            case Sign.Over(var reason) -> undo(state, over(reason));
            case Sign.Authentication(var status) -> authentication(state, status);
            case Sign.Looked(var inTheAir, var last) -> looked(state, inTheAir, last);
            case Sign.AdapterGone _ -> undo(state, new Failure.NoAdapter());
            case Sign.ServiceGone _ ->
                undo(state, new Failure.BackendUnavailable("NetworkManager left the bus during the join"));
            case Sign.TimeUp(var limit) -> timeUp(state, limit);
            case Sign.Cancel _ -> undo(state, new Failure.Cancelled());
        };
    }

    private Step<State, Act> device(State state, Sign.Device device) {
        return switch (device.state()) {
            case NetworkManagerApi.CONFIG ->
                security.needsPassphrase() ? reach(state, JoinStage.AUTHENTICATING) : Step.to(state);
            case NetworkManagerApi.NEED_AUTH ->
                Step.to(
                        device.reason() == NetworkManagerApi.REASON_SUPPLICANT_DISCONNECT
                                ? state.withHandshakeFailed()
                                : state);
            case NetworkManagerApi.IP_CONFIG ->
                reach(state, JoinStage.GETTING_ADDRESS).and(List.of(new Act.Allow(Limit.ADDRESS)));
            case NetworkManagerApi.FAILED -> failed(state, device);
            // Somebody disconnected, deleted the profile, or activated something else.
            case NetworkManagerApi.DEACTIVATING -> undo(state, new Failure.Cancelled());
            default -> adapterLost(state, device);
        };
    }

    private static Step<State, Act> adapterLost(State state, Sign.Device device) {
        return switch (device.state()) {
            case NetworkManagerApi.UNMANAGED -> undo(state, new Failure.NoAdapter());
            case NetworkManagerApi.UNAVAILABLE ->
                undo(
                        state,
                        device.reason() == NetworkManagerApi.REASON_REMOVED
                                ? new Failure.NoAdapter()
                                : new Failure.RfKill(Block.SOFTWARE));
            default -> Step.to(state);
        };
    }

    private Step<State, Act> failed(State state, Sign.Device device) {
        return switch (device.reason()) {
            case NetworkManagerApi.REASON_NO_SECRETS ->
                undo(
                        state,
                        state.handshakeFailed || passwordOffered
                                ? new Failure.WrongPassword()
                                : new Failure.PasswordRequired());
            case NetworkManagerApi.REASON_SSID_NOT_FOUND -> Step.to(state, new Act.LookAround(true));
            case NetworkManagerApi.REASON_SUPPLICANT_TIMEOUT -> undo(state, new Failure.TimedOut());
            case NetworkManagerApi.REASON_REMOVED -> undo(state, new Failure.NoAdapter());
            case NetworkManagerApi.REASON_IP_UNAVAILABLE -> undo(state, new Failure.NoAddress());
            default ->
                undo(
                        state,
                        isAboutDhcp(device.reason())
                                ? new Failure.NoAddress()
                                : new Failure.Other(
                                        "device failed from state " + device.before() + ", reason " + device.reason()));
        };
    }

    private Step<State, Act> authentication(State state, int status) {
        if (!usesSae() || state.stage.compareTo(JoinStage.GETTING_ADDRESS) >= 0) {
            return Step.to(state);
        }
        if (status == 0) {
            return Step.to(state.withCommit());
        }
        if (!state.committed) {
            return Step.to(state);
        }
        var refused = state.withRefusal();
        return refused.refusals == 1
                ? reach(refused, JoinStage.CHECKING_PASSWORD_AGAIN).and(List.of(new Act.Allow(Limit.SECOND_REFUSAL)))
                : undo(refused, new Failure.WrongPassword());
    }

    private Step<State, Act> looked(State state, boolean inTheAir, boolean last) {
        if (!inTheAir) {
            return undo(state, new Failure.OutOfRange());
        }
        if (!last) {
            return Step.to(state);
        }
        return undo(state, usesSae() ? new Failure.WrongPassword() : new Failure.OutOfRange());
    }

    private static Step<State, Act> timeUp(State state, Limit limit) {
        return switch (limit) {
            case ATTEMPT -> undo(state, new Failure.TimedOut());
            case SEARCH ->
                state.stage.compareTo(JoinStage.AUTHENTICATING) <= 0
                        ? Step.to(state, new Act.LookAround(false))
                        : Step.to(state);
            case ADDRESS -> undo(state, new Failure.NoAddress());
            case SECOND_REFUSAL ->
                state.stage == JoinStage.CHECKING_PASSWORD_AGAIN
                        ? undo(state, new Failure.WrongPassword())
                        : Step.to(state);
        };
    }

    /// Only where the device's states told nothing (`NMActiveConnectionStateReason`).
    private static Failure over(int reason) {
        return switch (reason) {
            case 2, 11 -> new Failure.Cancelled();
            case 4, 8 -> new Failure.BackendUnavailable("NetworkManager or its helper stopped, reason " + reason);
            case 5 -> new Failure.NoAddress();
            case 6, 7 -> new Failure.TimedOut();
            case 9 -> new Failure.PasswordRequired();
            case 10 -> new Failure.WrongPassword();
            case 14 -> new Failure.NoAdapter();
            default -> new Failure.Other("the connection ended, reason " + reason);
        };
    }

    private boolean usesSae() {
        return security == Security.WPA3 || security == Security.WPA2_WPA3;
    }

    private static boolean isAboutDhcp(int reason) {
        return reason >= NetworkManagerApi.REASON_DHCP_START_FAILED && reason <= NetworkManagerApi.REASON_DHCP_FAILED;
    }

    private static Step<State, Act> keep(State state) {
        return Step.to(state.ended(), new Act.Keep());
    }

    private static Step<State, Act> undo(State state, Failure failure) {
        return Step.to(state.ended(), new Act.Undo(failure));
    }

    /// To a later stage, which is told; NetworkManager goes back and forth between its own.
    private static Step<State, Act> reach(State state, JoinStage stage) {
        var acts = new ArrayList<Act>();
        if (stage.compareTo(state.stage) > 0) {
            acts.add(new Act.Tell(stage));
            return new Step<>(state.at(stage), acts);
        }
        return Step.to(state);
    }
}
