package wifisetup.platform.mqtt;

import java.util.concurrent.CountDownLatch;

/// A program of its own for [MosquittoTest]: connects, says so, and waits to be killed.
public final class KilledAppliance {
    private KilledAppliance() {}

    /// The program's entry point: the broker's port.
    public static void main(String[] args) throws Exception {
        try (var appliance = Appliance.at(Integer.parseInt(args[0]))) {
            appliance.connected();
            System.out.println("connected");
            new CountDownLatch(1).await();
        }
    }
}
