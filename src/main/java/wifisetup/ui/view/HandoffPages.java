package wifisetup.ui.view;

import java.util.Optional;
import wifisetup.hotspot.HandoffState;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.hotspot.HotspotState;
import wifisetup.join.Place;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Ssid;

/// What a hand-off to a phone puts on the screen.
final class HandoffPages {
    private HandoffPages() {}

    /// The page of a hand-off that is at work.
    static Optional<Page> atWork(View view) {
        return switch (view.handoff().place()) {
            case HandoffState.Place.Running running -> Optional.of(running(running));
            case HandoffState.Place.Pausing(var request, var end) ->
                Optional.of(pending(request, new Page.Pending.Pausing(end)));
            case HandoffState.Place.Closed _, HandoffState.Place.Done _ -> Optional.empty();
        };
    }

    /// The page of a result that nobody has seen yet.
    static Optional<Page> result(View view) {
        var network = view.setup().network();
        return view.handoff().place() instanceof HandoffState.Place.Done(HotspotEnd.Connected(var joined))
                        && !isOlder(joined, view.join().place(), network)
                ? Optional.of(new Page.Result(joined.link().ssid(), asItIs(joined, network), Page.Origin.PHONE))
                : Optional.empty();
    }

    private static Page running(HandoffState.Place.Running running) {
        var request = running.request();
        return switch (running.state()) {
            case HotspotState.Connecting(var ssid, var stage) ->
                new Page.Connecting(ssid, stage, Optional.empty(), running.stopping(), Page.Origin.PHONE);
            case HotspotState _ when running.stopping() -> pending(request, new Page.Pending.Stopping());
            case HotspotState.Preparing _ -> pending(request, new Page.Pending.Preparing());
            case HotspotState.TryingKnown _ -> pending(request, new Page.Pending.TryingKnown());
            case HotspotState.Open open -> new Page.Hotspot(request, open);
        };
    }

    private static Page pending(HotspotRequest request, Page.Pending pending) {
        return new Page.HotspotPending(
                request.target().map(target -> target.id().ssid()), pending);
    }

    /// Whether a join on the panel has put the device on another network since.
    private static boolean isOlder(Joined joined, Place panel, NetworkStatus network) {
        return panel instanceof Place.Done done
                && isOn(network, done.request().ssid())
                && !isOn(network, joined.link().ssid());
    }

    /// The result with how far the connection reaches now, while the device is on that network: after a sign-in there
    /// is nothing to sign in to.
    private static Joined asItIs(Joined joined, NetworkStatus network) {
        return network.link() instanceof Link.Up up
                        && up.ssid().equals(joined.link().ssid())
                ? new Joined(up, network.connectivity())
                : joined;
    }

    private static boolean isOn(NetworkStatus network, Ssid ssid) {
        return network.link() instanceof Link.Up up && up.ssid().equals(ssid);
    }
}
