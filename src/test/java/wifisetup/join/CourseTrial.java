package wifisetup.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wifisetup.network.Adapter;
import wifisetup.network.Connectivity;
import wifisetup.network.Link;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.NetworkStatus;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.Wire;

/// A machine, where it is, and what it last wanted done.
abstract class CourseTrial {
    static final NetworkId HOME = new NetworkId(Ssid.of("Home"), Security.WPA2);
    static final NetworkId CAFE = new NetworkId(Ssid.of("Café: 5G"), Security.OPEN);
    static final NetworkId WORK = new NetworkId(Ssid.of("Work"), Security.ENTERPRISE);
    static final Adapter READY = new Adapter.Ready("wlan0", "02:00:00:00:00:01");

    private final JoinMachine machine = new JoinMachine();
    JoinState state = JoinState.INITIAL;
    List<JoinEffect> effects = List.of();

    final void when(JoinEvent... events) {
        var wanted = new ArrayList<JoinEffect>();
        for (JoinEvent event : events) {
            var step = machine.next(state, event);
            state = step.state();
            wanted.addAll(step.effects());
        }
        effects = List.copyOf(wanted);
    }

    static SavedNetwork saved(String uuid, NetworkId id, int priority) {
        return new SavedNetwork(
                new ProfileId(uuid),
                id,
                id.ssid().display(),
                false,
                NetworkSettings.DEFAULT.withPriority(priority),
                Optional.empty());
    }

    static JoinEvent status(Adapter adapter, Link link, Connectivity connectivity) {
        return new JoinEvent.StatusChanged(new NetworkStatus(adapter, link, Wire.DOWN, connectivity, 1));
    }

    static JoinEvent radio(Adapter adapter) {
        return status(adapter, new Link.Down(), Connectivity.NONE);
    }

    static Link.Up up(NetworkId id) {
        return new Link.Up(id.ssid(), List.of("192.0.2.7"), Optional.empty());
    }
}
