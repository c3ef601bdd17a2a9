package wifisetup.network.simulated;

import java.time.Duration;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Laboratory;
import wifisetup.network.NetworkTrialsFullContract;
import wifisetup.network.Wifi;

/// The contract of trials, with the simulated radio.
final class SimulatedTrialsTest extends NetworkTrialsFullContract {
    private final SystemTimer timer = new SystemTimer();
    private final Radio radio = new Radio(Air.lab(), timer, Pace.REAL.faster(100));

    @Override
    protected Laboratory laboratory() {
        return new SimulatedLaboratory(radio, timer);
    }

    @Override
    protected Wifi open() {
        return new SimulatedWifi(radio);
    }

    @Override
    protected Duration limit() {
        return Duration.ofMillis(400);
    }
}
