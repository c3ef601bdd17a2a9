package wifisetup.hotspot.balena;

import java.util.Optional;
import wifisetup.hotspot.HotspotState.FailedJoin;
import wifisetup.network.Connectivity;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Ssid;

/// How a session stands.
///
/// @param status what NetworkManager said last
/// @param wiredBefore whether a wired link was there at the beginning, as soon as that is known
/// @param last the join that failed last
/// @param complaint the program's own words about its end
/// @param round the number of the time that runs
record SessionState(
        Phase phase,
        NetworkStatus status,
        Optional<Boolean> wiredBefore,
        Optional<FailedJoin> last,
        String complaint,
        long round) {
    SessionState at(Phase next) {
        return new SessionState(next, status, wiredBefore, last, complaint, round);
    }

    SessionState knowing(NetworkStatus news) {
        var before =
                news.equals(NetworkStatus.UNKNOWN) || wiredBefore.isPresent() ? wiredBefore : Optional.of(news.wired());
        return new SessionState(phase, news, before, last, complaint, round);
    }

    SessionState failed(FailedJoin join) {
        return new SessionState(new Phase.Closed(), status, wiredBefore, Optional.of(join), complaint, round);
    }

    SessionState complaining(String more) {
        String all = complaint.isEmpty() ? more : complaint + "; " + more;
        String kept = all.length() <= Hint.LONGEST_TEXT ? all : all.substring(0, Hint.LONGEST_TEXT);
        return new SessionState(phase, status, wiredBefore, last, kept, round);
    }

    SessionState nextRound() {
        return new SessionState(phase, status, wiredBefore, last, complaint, round + 1);
    }

    boolean isWiredAnew() {
        return status.wired() && wiredBefore.equals(Optional.of(false));
    }

    Optional<Link.Up> link() {
        return status.link() instanceof Link.Up up ? Optional.of(up) : Optional.empty();
    }

    Optional<Link.Up> linkTo(Ssid ssid) {
        return link().filter(up -> up.ssid().equals(ssid));
    }

    /// The network of the join under way.
    Optional<Ssid> joining() {
        return switch (phase) {
            case Phase.Joining joining -> Optional.of(joining.ssid());
            case Phase.Stopping stopping -> stopping.joining();
            case Phase.Confirming confirming -> Optional.of(confirming.ssid());
            case Phase.Preparing _, Phase.Open _, Phase.Closed _, Phase.Over _ -> Optional.empty();
        };
    }

    SessionState knowing(Connectivity connectivity) {
        return knowing(new NetworkStatus(
                status.adapter(), status.link(), status.wire(), connectivity, status.savedNetworks()));
    }
}
