package wifisetup.ui.page;

import java.util.Optional;
import wifisetup.device.DeviceEvent;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.join.Draft;
import wifisetup.join.JoinEvent;
import wifisetup.setup.Client;
import wifisetup.ui.view.DevicePlace;
import wifisetup.words.Language;

/// What taps ask for. Called on the JavaFX application thread; an implementation hands on and returns at once.
public interface Actions {
    /// The person did that in the set-up on the panel.
    void join(JoinEvent event);

    /// The person chose that client.
    void select(Client client);

    /// The person said "Connect later".
    void skip();

    /// The person said "Never connect", and confirmed it.
    void never();

    /// The person wants a set-up.
    void startSetup();

    /// The person wants the client at work to stop.
    void stopClient();

    /// The person wants to go on with a phone.
    ///
    /// @param target the network that was chosen already, if one was
    /// @param draft what was typed for it
    void usePhone(Optional<HotspotRequest.Target> target, Draft draft);

    /// The person wants to be spoken to in that language.
    void speak(Language language);

    /// The person stops the hotspot, and wants back to where they came from.
    void stopHotspot();

    /// The person wants to see that of the device itself.
    void open(DevicePlace place);

    /// The person did that to the device.
    void device(DeviceEvent.ByPerson event);

    /// The person has seen what became of the set-up with a phone.
    void dismissHotspot();
}
