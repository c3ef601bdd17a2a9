package wifisetup.network.simulated;

import wifisetup.network.SwitchableWifi;
import wifisetup.network.Wifi;

/// The contract, behind a radio that can be exchanged.
class SwitchableWifiContractTest extends SimulatedWifiTest {
    @Override
    protected Wifi open() {
        return new SwitchableWifi(super.open());
    }
}
