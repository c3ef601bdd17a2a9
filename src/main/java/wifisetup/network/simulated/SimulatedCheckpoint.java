package wifisetup.network.simulated;

import wifisetup.network.Checkpoint;
import wifisetup.network.WifiException;

/// The way back from a trial of a simulated [Radio].
record SimulatedCheckpoint(Radio radio, Trial trial) implements Checkpoint {
    @Override
    public void keep() throws WifiException {
        radio.keep(trial);
    }

    @Override
    public void rollBack() throws InterruptedException {
        var way = radio.rollBack(trial);
        if (way.isPresent()) {
            var _ = SimulatedWifi.await(way.get().outcome());
        }
    }
}
