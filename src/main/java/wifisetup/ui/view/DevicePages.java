package wifisetup.ui.view;

import java.util.Optional;
import wifisetup.device.DeviceState;
import wifisetup.device.NetworkTrial;
import wifisetup.network.NetworkStatus;

/// The pages about the device itself.
final class DevicePages {
    private DevicePages() {}

    /// What lies over whatever the person is at: somebody on the network needs an answer, or the person to see
    /// it.
    static Optional<Page> urgent(View view) {
        return view.device().map(DeviceView::state).flatMap(DevicePages::urgent);
    }

    private static Optional<Page> urgent(DeviceState state) {
        if (state.isBlinking()) {
            return Optional.of(new Page.Identify(state.name()));
        }
        if (state.question().isPresent()) {
            return Optional.of(new Page.DeviceConsent(state.question().get()));
        }
        return switch (state.trial()) {
            case NetworkTrial.None _ -> Optional.empty();
            case NetworkTrial.Running running -> Optional.of(new Page.DeviceTrial(running));
            case NetworkTrial.Returned returned -> Optional.of(new Page.DeviceTrial(returned));
        };
    }

    /// What the person has opened.
    static Optional<Page> opened(View view) {
        return view.device().flatMap(device -> opened(device, view.setup().network()));
    }

    private static Optional<Page> opened(DeviceView device, NetworkStatus network) {
        var memory = device.state().memory();
        return switch (device.place()) {
            case CLOSED -> Optional.empty();
            case OVERVIEW -> Optional.of(new Page.Device(device, network));
            case NAME -> Optional.of(new Page.DeviceNaming(memory.name()));
            case PASSWORD -> Optional.of(new Page.DevicePassword());
            case KEYS -> Optional.of(new Page.DeviceKeys(memory.keys()));
        };
    }
}
