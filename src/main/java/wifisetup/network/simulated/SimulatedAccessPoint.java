package wifisetup.network.simulated;

import java.net.Inet4Address;
import java.util.function.Consumer;
import wifisetup.network.Ssid;
import wifisetup.network.hosted.AccessPoint;
import wifisetup.network.hosted.AccessPointNews;
import wifisetup.network.hosted.AccessPointOffer;

/// An access point that nobody can join: for demos, in which a browser of this machine plays the phone.
public final class SimulatedAccessPoint implements AccessPoint {
    @Override
    public Opened open(AccessPointOffer offer, Consumer<? super AccessPointNews> news) {
        return new Opened() {
            @Override
            public Inet4Address gateway() {
                return offer.gateway();
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    @Override
    public void deleteLeftovers(Ssid ssid) {
        // It leaves nothing.
    }
}
