package wifisetup.setup;

import wifisetup.network.Adapter;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Wire;

/// Decides whether a set-up begins by itself, and when: only while the device is on no network, and somebody wants it
/// to be on one.
final class Watchdog {
    private final SetupRules rules;
    private final Launch launch;

    Watchdog(SetupRules rules, Launch launch) {
        this.rules = rules;
        this.launch = launch;
    }

    /// Lets the watchdog begin a set-up if one is wanted: at once when no saved network could connect by itself, else
    /// after the grace period.
    Turn watch(Turn turn) {
        if (!isWanted(turn.state())) {
            return turn;
        }
        return switch (turn.state().phase()) {
            case Phase.Idle _ -> canConnectByItself(turn.state().network()) ? wait(turn) : launch(turn);
            case Phase.Grace _ -> canConnectByItself(turn.state().network()) ? turn : launch(turn);
            case Phase.Selecting _, Phase.Working _ -> turn;
        };
    }

    /// Begins a set-up because the connection is gone.
    Turn launch(Turn turn) {
        return launch.begin(turn.announce(new Announcement.NoInternet()));
    }

    /// The time of the saved networks is over. While a network is tried for a manager, they have it anew.
    Turn graceOver(Turn turn) {
        return switch (turn.state().tryout()) {
            case NONE -> launch(turn);
            case RUNNING -> wait(turn);
        };
    }

    /// Gives saved networks their time; then a set-up begins.
    Turn wait(Turn turn) {
        return turn.phase(new Phase.Grace(turn.startTimer(rules.grace())));
    }

    /// Whether the watchdog may begin a set-up.
    boolean isWanted(SetupState state) {
        return rules.autoSetup()
                && state.standing() == Standing.SERVING
                && state.tryout() == Tryout.NONE
                && state.memory().watchdog()
                && state.memory().consent() instanceof Consent.Wanted
                && !state.network().isLinked();
    }

    /// NetworkManager is not done starting, a cable is in, or a network is saved.
    static boolean canConnectByItself(NetworkStatus network) {
        return isStarting(network) || network.wire() == Wire.JOINING || network.savedNetworks() > 0;
    }

    static boolean isStarting(NetworkStatus status) {
        return status.adapter() instanceof Adapter.Starting;
    }
}
