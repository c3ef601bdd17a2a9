package wifisetup;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;

/// A kiosk without a screen, whose radio is simulated and whose wired network is the machine's. The program of
/// a process in a network namespace of its own; it ends with its standard input.
final class ApplianceProcess {
    private ApplianceProcess() {}

    /// Runs it until the input ends.
    ///
    /// @param args the state directory
    public static void main(String[] args) throws Exception {
        var values = new LinkedHashMap<String, Settings.Value>();
        values.put("display", new Settings.Value("none", "test"));
        values.put("backend", new Settings.Value("dbus", "test"));
        values.put("bus", new Settings.Value("embedded", "test"));
        values.put("hotspot", new Settings.Value("off", "test"));
        values.put("device.model", new Settings.Value("Kitchen Panel", "test"));
        try (var free = new ServerSocket(0)) {
            values.put("bus-uri", new Settings.Value("ws://127.0.0.1:" + free.getLocalPort() + "/core", "test"));
        }
        values.put("state", new Settings.Value(Path.of(args[0]).toString(), "test"));
        try (var _ = Kiosk.start(Settings.of(values), timer -> {
            var radio = new Radio(Air.demo(), timer, Pace.REAL.faster(20));
            radio.wired(true);
            return new Backends(Map.of("dbus", () -> new SimulatedWifi(radio)), () -> new SimulatedWifi(radio));
        })) {
            System.out.println("ready");
            System.in.readAllBytes();
        }
        System.exit(0);
    }
}
