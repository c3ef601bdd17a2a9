package wifisetup.network.dbus.course;

import java.util.ArrayList;
import java.util.List;
import wifisetup.loop.Machine;
import wifisetup.loop.Step;
import wifisetup.network.Block;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Security;
import wifisetup.network.dbus.api.NetworkManagerApi;
import wifisetup.network.dbus.api.SupplicantApi;

/// Tells from the signs of a join how far it has come and why it failed.
///
/// The table behind it was measured with NetworkManager 1.42 and wpa_supplicant 2.10; see the decision page on the
/// transactional join. Three things make it less than obvious. The first NEED_AUTH of every secured join is no
/// failure. The state of the active connection is the same for nearly every failure, so the device's own states count,
/// from the moment on that they are about this connection. And a wrong WPA3 password looks like an absent network,
/// after 25 s; only the supplicant tells it sooner.
public final class JoinCourse implements Machine<JoinCourse.State, Sign, Act> {
    /// How a join stands.
    ///
    /// @param begun whether the device works on this connection
    /// @param stage what was told last
    /// @param handshakeFailed whether the access point ended the 4-way handshake (WPA2)
    /// @param committed whether the access point took the commit of SAE (WPA3)
    /// @param refusals how often it then refused the confirm
    /// @param older whether the supplicant uses WPA2 alone, where the access point offers WPA3 too
    /// @param block the supplicant's object for the network, or the empty text
    /// @param distrust why the server of an enterprise network is not trusted, or the empty text
    /// @param over whether it has ended; later signs mean nothing
    public record State(
            boolean begun,
            JoinStage stage,
            boolean handshakeFailed,
            boolean committed,
            int refusals,
            boolean older,
            String block,
            String distrust,
            boolean over) {
        /// Before the first sign.
        public static final State INITIAL =
                new State(false, JoinStage.PREPARING, false, false, 0, false, "", "", false);

        private State beginning() {
            return new State(true, stage, handshakeFailed, committed, refusals, older, block, distrust, over);
        }

        private State at(JoinStage next) {
            return new State(begun, next, handshakeFailed, committed, refusals, older, block, distrust, over);
        }

        private State withHandshakeFailed() {
            return new State(begun, stage, true, committed, refusals, older, block, distrust, over);
        }

        private State withCommit() {
            return new State(begun, stage, handshakeFailed, true, refusals, older, block, distrust, over);
        }

        private State withRefusal() {
            return new State(begun, stage, handshakeFailed, false, refusals + 1, older, block, distrust, over);
        }

        private State byOlder() {
            return new State(begun, stage, handshakeFailed, committed, refusals, true, block, distrust, over);
        }

        private State configured(String path) {
            return new State(begun, stage, handshakeFailed, committed, refusals, older, path, distrust, over);
        }

        private State distrusting(String why) {
            return new State(begun, stage, handshakeFailed, committed, refusals, older, block, why, over);
        }

        private State ended() {
            return new State(begun, stage, handshakeFailed, committed, refusals, older, block, distrust, true);
        }
    }

    private final Security security;
    private final boolean secretOffered;
    private final boolean olderAlone;

    /// The course of a join.
    ///
    /// @param secretOffered whether the attempt has a password or an account that somebody typed
    /// @param olderAlone whether the network, which offers WPA3 too, is known to admit by WPA2 alone
    public JoinCourse(Security security, boolean secretOffered, boolean olderAlone) {
        this.security = security;
        this.secretOffered = secretOffered;
        this.olderAlone = olderAlone;
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
            case Sign.Configured(var block) -> configured(state.configured(block));
            case Sign.Narrowed(var done) -> narrowed(state, done);
            case Sign.Eap(var status, var parameter) -> eap(state, status, parameter);
            case Sign.Asked _ ->
                isAboutThis(state)
                        ? undo(state, new Failure.CertificateUnusable("the supplicant asks for a secret"))
                        : Step.to(state);
            case Sign.Looked(var inTheAir, var last) -> looked(state, inTheAir, last);
            case Sign.Blind(var detail) -> undo(state, new Failure.BackendUnavailable(detail));
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
                security.needsPassphrase() || security.needsAccount()
                        ? reach(state, JoinStage.AUTHENTICATING)
                        : Step.to(state);
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
                        state.handshakeFailed || secretOffered
                                ? new Failure.WrongPassword()
                                : new Failure.PasswordRequired());
            case NetworkManagerApi.REASON_SSID_NOT_FOUND -> Step.to(state, new Act.LookAround(true));
            case NetworkManagerApi.REASON_SUPPLICANT_CONFIG_FAILED, NetworkManagerApi.REASON_SUPPLICANT_FAILED ->
                undo(state, new Failure.Other("the supplicant failed, reason " + device.reason()));
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

    /// A network that is known for it is joined by WPA2 alone from the start.
    private Step<State, Act> configured(State state) {
        return state.begun && olderAlone && security == Security.WPA2_WPA3
                ? Step.to(state, new Act.UseOlder())
                : Step.to(state);
    }

    private Step<State, Act> authentication(State state, int status) {
        if (!usesSae(state) || !isAboutThis(state)) {
            return Step.to(state);
        }
        if (status == 0) {
            return Step.to(state.withCommit());
        }
        if (!state.committed || isPartOfTheExchange(status)) {
            return Step.to(state);
        }
        var refused = state.withRefusal();
        if (refused.refusals > 1) {
            return undo(refused, new Failure.WrongPassword());
        }
        return security == Security.WPA2_WPA3 && !state.block.isEmpty()
                ? Step.to(refused, new Act.UseOlder())
                : checkAgain(refused);
    }

    /// Some chips and access points fail with WPA3 although the password is right: WPA2 tells. Where the
    /// supplicant cannot be told, its own second try has to do.
    private static Step<State, Act> narrowed(State state, boolean done) {
        if (!done) {
            return state.refusals > 0 ? checkAgain(state) : Step.to(state);
        }
        var older = state.byOlder();
        return state.refusals > 0 ? reach(older, JoinStage.TRYING_OLDER_SECURITY) : Step.to(older);
    }

    private static Step<State, Act> checkAgain(State state) {
        return reach(state, JoinStage.CHECKING_PASSWORD_AGAIN).and(List.of(new Act.Allow(Limit.SECOND_REFUSAL)));
    }

    private Step<State, Act> eap(State state, String status, String parameter) {
        if (!security.needsAccount() || !isAboutThis(state)) {
            return Step.to(state);
        }
        return switch (status) {
            case SupplicantApi.CERTIFICATE_JUDGED ->
                Step.to(parameter.equals(SupplicantApi.SUCCESS) ? state : state.distrusting(parameter));
            case SupplicantApi.COMPLETION ->
                parameter.equals(SupplicantApi.FAILURE)
                        ? undo(
                                state,
                                state.distrust.isEmpty()
                                        ? new Failure.WrongPassword()
                                        : new Failure.ServerNotTrusted(state.distrust))
                        : Step.to(state);
            default -> Step.to(state);
        };
    }

    /// Whether what the supplicant says is about this join's way into the network: an earlier connection may still be
    /// ending before it, and nothing counts once it is in.
    private static boolean isAboutThis(State state) {
        return state.begun && state.stage.compareTo(JoinStage.GETTING_ADDRESS) < 0;
    }

    private Step<State, Act> looked(State state, boolean inTheAir, boolean last) {
        if (!inTheAir) {
            return undo(state, new Failure.OutOfRange());
        }
        if (!last) {
            return Step.to(state);
        }
        return undo(
                state, usesSae(state) || state.refusals > 0 ? new Failure.WrongPassword() : new Failure.OutOfRange());
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

    private boolean usesSae(State state) {
        return security == Security.WPA3 || (security == Security.WPA2_WPA3 && !state.older);
    }

    /// Whether an authentication frame with that status asks for another one (IEEE 802.11-2020, 9.4.1.9, table 9-50):
    /// an anti-clogging token, another group, hash-to-element, a public key.
    private static boolean isPartOfTheExchange(int status) {
        return status == 76 || status == 77 || status == 126 || status == 127;
    }

    private static boolean isAboutDhcp(int reason) {
        return reason >= NetworkManagerApi.REASON_DHCP_START_FAILED && reason <= NetworkManagerApi.REASON_DHCP_FAILED;
    }

    private static Step<State, Act> keep(State state) {
        return Step.to(state.ended(), new Act.Keep(state.older));
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
