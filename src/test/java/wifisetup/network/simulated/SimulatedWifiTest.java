package wifisetup.network.simulated;

import java.time.Duration;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Laboratory;
import wifisetup.network.Limits;
import wifisetup.network.Wifi;
import wifisetup.network.WifiContract;

/// The contract, with the simulated radio in the air of the laboratory.
class SimulatedWifiTest extends WifiContract {
    private static final Duration GENEROUS = Duration.ofSeconds(20);

    private final SystemTimer timer = new SystemTimer();
    private final Radio radio = new Radio(Air.lab(), timer, pace());

    @Override
    protected Laboratory laboratory() {
        return new SimulatedLaboratory(radio, timer);
    }

    @Override
    protected Wifi open() {
        return new SimulatedWifi(radio);
    }

    @Override
    protected Limits limits() {
        return new Limits(GENEROUS, GENEROUS, GENEROUS, GENEROUS, GENEROUS, GENEROUS, GENEROUS);
    }

    /// Next to no waiting, except where the contract changes its mind in the middle: that is given half a
    /// second.
    private static Pace pace() {
        Duration soon = Duration.ofMillis(2);
        Duration aMoment = Duration.ofMillis(500);
        return new Pace(soon, soon, soon, aMoment, soon, soon, soon, soon, soon, aMoment, soon, soon);
    }
}
