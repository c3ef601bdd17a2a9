package wifisetup.network.simulated;

import java.util.List;
import wifisetup.network.AccessPointContract;
import wifisetup.network.Laboratory;
import wifisetup.network.hosted.AccessPoint;

/// The contract, with an access point that is not there.
class SimulatedAccessPointTest extends AccessPointContract {
    @Override
    protected AccessPoint accessPoint() {
        return new SimulatedAccessPoint();
    }

    @Override
    protected List<Laboratory.Profile> profiles() {
        return List.of();
    }
}
