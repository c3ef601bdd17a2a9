package wifisetup.ui.page;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;

/// In which order the networks are shown: as they were heard, except that rows never move under a finger. While the
/// list is pressed or scrolled, and for [#REST] after, each row keeps its place (also the row of a network that has
/// gone), and new networks come last.
///
/// @param rows what to show
/// @param heard what was heard last
/// @param pressed whether a finger is down
/// @param free from when on the rows may move, if no finger is down
record RowOrder(List<Network> rows, List<Network> heard, boolean pressed, Instant free) {
    /// How long rows stay where they are after the finger has left.
    static final Duration REST = Duration.ofSeconds(1);

    static final RowOrder EMPTY = new RowOrder(List.of(), List.of(), false, Instant.MIN);

    RowOrder heard(List<Network> networks, Instant now) {
        return new RowOrder(isFrozen(now) ? inPlace(networks) : networks, networks, pressed, free);
    }

    RowOrder press() {
        return new RowOrder(rows, heard, true, free);
    }

    RowOrder release(Instant now) {
        return new RowOrder(rows, heard, false, now.plus(REST));
    }

    RowOrder scroll(Instant now) {
        return new RowOrder(rows, heard, pressed, now.plus(REST));
    }

    /// The order at `now`: what had to wait is shown when the rest is over.
    RowOrder at(Instant now) {
        return isFrozen(now) ? this : new RowOrder(heard, heard, pressed, free);
    }

    private boolean isFrozen(Instant now) {
        return pressed || now.isBefore(free);
    }

    private List<Network> inPlace(List<Network> networks) {
        Map<NetworkId, Network> merged = new LinkedHashMap<>(rows.stream()
                .collect(Collectors.toMap(Network::id, Function.identity(), (a, _) -> a, LinkedHashMap::new)));
        networks.forEach(network -> merged.put(network.id(), network));
        return List.copyOf(merged.values());
    }
}
