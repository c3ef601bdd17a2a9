package wifisetup.device.platform;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import wifisetup.device.DeviceIdentity;
import wifisetup.device.DeviceMemory;
import wifisetup.device.DeviceName;
import wifisetup.device.DeviceState;
import wifisetup.network.Adapter;
import wifisetup.network.Connectivity;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Ssid;
import wifisetup.network.Wire;
import wifisetup.setup.ClientId;
import wifisetup.setup.Consent;
import wifisetup.setup.Memory;
import wifisetup.setup.Online;
import wifisetup.setup.OtherScreen;
import wifisetup.setup.Phase;
import wifisetup.setup.SetupState;
import wifisetup.setup.Standing;
import wifisetup.setup.Tryout;

/// States of a device, for the tests.
final class Samples {
    static final UUID NUMBER = UUID.fromString("7b2f1a9e-3f51-4c55-9f7e-0123456789ab");
    static final DeviceState DEVICE = DeviceState.initial(
            new DeviceIdentity(NUMBER, "S-1", "Panel: 7; 100%"), DeviceMemory.named(new DeviceName("Hall")));

    static final NetworkStatus OFFLINE = status(Optional.empty(), Wire.DOWN, Connectivity.NONE);
    static final NetworkStatus ONLINE = status(Optional.of("home"), Wire.DOWN, Connectivity.FULL);
    static final NetworkStatus WIRED = status(Optional.empty(), Wire.UP, Connectivity.FULL);

    static final Phase IDLE = new Phase.Idle();
    static final Phase SELECTING = new Phase.Selecting(Optional.empty());
    static final Phase WORKING = new Phase.Working(new ClientId("one"));
    static final Consent WANTED = new Consent.Wanted();

    /// Before anything is known.
    static final SetupState START = SetupState.initial(Memory.NEW_DEVICE);

    private Samples() {}

    static Phase trouble(String error) {
        return new Phase.Selecting(Optional.of(new Phase.Trouble("Phone", error)));
    }

    static SetupState at(Phase phase, NetworkStatus network) {
        return state(phase, WANTED, network.isOnline() ? new Online.Yes() : new Online.No(), network);
    }

    static SetupState state(Phase phase, Consent consent, Online announced, NetworkStatus network) {
        return new SetupState(
                List.of(),
                phase,
                new Memory(consent, true, false),
                network,
                announced,
                Standing.SERVING,
                START.failures(),
                0,
                new OtherScreen.Absent(),
                Tryout.NONE);
    }

    static NetworkStatus status(Optional<String> ssid, Wire wire, Connectivity connectivity) {
        return status(
                ssid.<Link>map(name -> new Link.Up(Ssid.of(name), List.of(), Optional.empty()))
                        .orElseGet(Link.Down::new),
                wire,
                connectivity);
    }

    static NetworkStatus status(Link link, Wire wire, Connectivity connectivity) {
        return new NetworkStatus(new Adapter.Ready("wlan0", "02:00:00:00:00:01"), link, wire, connectivity, 1);
    }
}
