package wifisetup.hotspot.portal.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import wifisetup.hotspot.HotspotRequest.Target;
import wifisetup.join.Listing;
import wifisetup.network.Network;
import wifisetup.words.Texts;
import wifisetup.words.Wording;

/// The list of networks as the page shows it.
record NetworkRows(Texts texts, PortalView view, Instant now) {
    private static final int BARS = 4;

    /// The gaps of the page.
    Map<String, Object> gaps() {
        List<Map<String, Object>> rows = view.networks().stream().map(this::row).toList();
        return Map.of(
                "intro", texts.get("portal.intro", view.device()),
                "age", new Wording(texts).freshness(new Listing.Complete(view.searchedAt()), now),
                "searchWarning",
                        texts.get(
                                "portal.search.warning",
                                view.request().access().ssid().display()),
                "networks", rows,
                "none", rows.isEmpty());
    }

    private Map<String, Object> row(Network network) {
        int bars = bars(network.strength());
        return Map.of(
                "address", NetworkForm.address(new Target(network.id(), false)),
                "name", network.ssid().display(),
                "about", new Wording(texts).about(network),
                "bars", bars,
                "signal", texts.get("signal." + bars),
                "locked", network.security().needsPassphrase(),
                "account", network.security().needsAccount(),
                "known", network.saved() || network.connected(),
                "usable", network.obstacle().isEmpty());
    }

    /// As many bars as the device's own screen shows: a network that is heard has one at least.
    private static int bars(int strength) {
        return Math.min(BARS, 1 + strength / (100 / BARS));
    }
}
