package wifisetup.device.platform;

import java.util.ArrayList;
import java.util.List;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;
import wifisetup.setup.Consent;
import wifisetup.setup.Online;
import wifisetup.setup.Phase;
import wifisetup.setup.SetupState;

/// Tells from the states of the set-up what there is to report. Pure.
///
/// A set-up is under way from its first page until the device is online or the person wants no connection; a client
/// that
/// gives up in between is one failure, and another one may take over.
///
/// @param underWay whether a set-up is
/// @param seen the state that was seen last
record SetupWatch(boolean underWay, SetupState seen) {
    /// What is to be reported, and what is seen from then on.
    record Step(SetupWatch next, List<Report> reports) {}

    /// Begins with the state before all others.
    static SetupWatch from(SetupState initial) {
        return new SetupWatch(false, initial);
    }

    /// The set-up is at `now`.
    Step see(SetupState now) {
        var reports = new ArrayList<Report>();
        var network = network(now.network());
        if (!network.equals(network(seen.network()))) {
            reports.add(network);
        }
        boolean going = underWay;
        if (now.inSetup() && !going) {
            going = true;
            reports.add(new Report.SetupStarted());
        }
        if (now.phase() instanceof Phase.Selecting(var trouble)
                && trouble.isPresent()
                && !now.phase().equals(seen.phase())) {
            reports.add(new Report.SetupFailed(trouble.get().error()));
        }
        if (going && !now.inSetup()) {
            if (now.announced() instanceof Online.Yes) {
                going = false;
                reports.add(new Report.SetupCompleted());
            } else {
                switch (now.memory().consent()) {
                    case Consent.Wanted _ -> {
                        // The device is on its way, or the set-up begins again by itself.
                    }
                    case Consent.Skipped _ -> {
                        going = false;
                        reports.add(new Report.SetupFailed("skipped"));
                    }
                    case Consent.Never _ -> {
                        going = false;
                        reports.add(new Report.SetupFailed("never"));
                    }
                }
            }
        }
        return new Step(new SetupWatch(going, now), reports);
    }

    private static Report network(NetworkStatus status) {
        return new Report.NetworkChanged(
                status.link() instanceof Link.Up up ? NetworkTag.of(up.ssid()) : "",
                status.wired(),
                status.connectivity());
    }
}
