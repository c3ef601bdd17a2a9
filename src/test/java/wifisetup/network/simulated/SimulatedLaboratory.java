package wifisetup.network.simulated;

import java.util.List;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Laboratory;
import wifisetup.network.Link;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;
import wifisetup.network.WifiException;

/// The surroundings of a simulated radio, and its clock, which stops when they are closed.
final class SimulatedLaboratory implements Laboratory {
    private final Radio radio;
    private final SystemTimer timer;
    private final SimulatedWifi look;

    SimulatedLaboratory(Radio radio, SystemTimer timer) {
        this.radio = radio;
        this.timer = timer;
        this.look = new SimulatedWifi(radio);
    }

    @Override
    public void accessPoint(Ssid ssid, boolean on) {
        radio.accessPoint(ssid, on);
    }

    @Override
    public void dhcp(boolean on) {
        radio.dhcp(on);
    }

    @Override
    public void removeAllProfiles() throws WifiException {
        for (SavedNetwork saved : look.saved()) {
            look.forget(saved.ssid());
        }
    }

    @Override
    public void close() {
        look.close();
        timer.close();
    }

    @Override
    public List<Profile> profiles() throws WifiException {
        var link = radio.status().link();
        return look.saved().stream()
                .map(saved -> new Profile(
                        saved.ssid(), link instanceof Link.Up up && up.ssid().equals(saved.ssid())))
                .toList();
    }
}
