package wifisetup.network.simulated;

import java.time.Duration;
import java.util.List;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Laboratory;
import wifisetup.network.Limits;
import wifisetup.network.Link;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;
import wifisetup.network.Wifi;
import wifisetup.network.WifiContract;
import wifisetup.network.WifiException;

/// The contract, with the simulated radio in the air of the laboratory.
class SimulatedWifiTest extends WifiContract {
    private static final Duration GENEROUS = Duration.ofSeconds(20);

    private final SystemTimer timer = new SystemTimer();
    private final Radio radio = new Radio(Air.lab(), timer, pace());
    private final SimulatedWifi look = new SimulatedWifi(radio);

    @Override
    protected Laboratory laboratory() {
        return new SimulatedLaboratory();
    }

    @Override
    protected Wifi open() {
        return new SimulatedWifi(radio);
    }

    @Override
    protected Limits limits() {
        return new Limits(GENEROUS, GENEROUS, GENEROUS, GENEROUS, GENEROUS, GENEROUS, GENEROUS);
    }

    /// Next to no waiting, except where the contract changes its mind in the middle: that is given half a second.
    private static Pace pace() {
        Duration soon = Duration.ofMillis(2);
        Duration aMoment = Duration.ofMillis(500);
        return new Pace(soon, soon, soon, aMoment, soon, soon, soon, soon, soon, aMoment, soon, soon);
    }

    private final class SimulatedLaboratory implements Laboratory {
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
                            saved.ssid(),
                            link instanceof Link.Up up && up.ssid().equals(saved.ssid())))
                    .toList();
        }
    }
}
