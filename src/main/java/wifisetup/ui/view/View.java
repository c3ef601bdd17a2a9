package wifisetup.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wifisetup.hotspot.HandoffState;
import wifisetup.join.JoinState;
import wifisetup.setup.Client;
import wifisetup.setup.ClientType;
import wifisetup.setup.OnDeviceClient;
import wifisetup.setup.SetupState;
import wifisetup.setup.Standing;

/// Everything that decides what is on the screen.
///
/// @param setup where the device's set-up is
/// @param join where the set-up on the panel is
/// @param handoff where the set-up with a phone is
/// @param demo whether the networks are simulated
/// @param notices what else to tell; that another registry answers follows from `setup` and need not be given
/// @param device the device itself, once it is known
public record View(
        SetupState setup,
        JoinState join,
        HandoffState handoff,
        boolean demo,
        List<Notice> notices,
        Optional<DeviceView> device) {
    /// Adds the notice that follows from the set-up's own state, and keeps its own copy.
    public View {
        var all = new ArrayList<>(notices);
        if (setup.standing() == Standing.PASSIVE && !all.contains(Notice.ANOTHER_REGISTRY)) {
            all.addFirst(Notice.ANOTHER_REGISTRY);
        }
        notices = List.copyOf(all);
    }

    /// A view without the device.
    public View(SetupState setup, JoinState join, HandoffState handoff, boolean demo, List<Notice> notices) {
        this(setup, join, handoff, demo, notices, Optional.empty());
    }

    /// The same, with the device.
    public View with(DeviceView known) {
        return new View(setup, join, handoff, demo, notices, Optional.of(known));
    }

    /// Whether this program's own client for the panel is at work.
    boolean isPanelAtWork() {
        return setup.active()
                .filter(client -> client.builtIn() && client.name().equals(OnDeviceClient.NAME))
                .isPresent();
    }

    /// Whether this program has a hotspot to offer.
    boolean isHotspotOffered() {
        return setup.clients().stream().anyMatch(View::isHotspot);
    }

    /// Whether that is this program's own client for phones.
    static boolean isHotspot(Client client) {
        return client.builtIn() && client.type() == ClientType.REMOTE;
    }
}
