package wifisetup.network.nmcli;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The hardware addresses of adapters. nmcli tells only the one in use, which is made up anew for each scan; the kernel
/// tells the adapter's own.
final class HardwareAddresses {
    private static final System.Logger LOG = System.getLogger(HardwareAddresses.class.getName());

    private final Path system;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /// @param system where the kernel shows its devices: `/sys`
    HardwareAddresses(Path system) {
        this.system = system;
    }

    /// Whether that adapter's address was told before.
    boolean know(String adapter) {
        return known.containsKey(adapter);
    }

    /// The address of that adapter, the same each time: its own, else the one that was in use at the first time.
    String of(String adapter, String inUse) {
        return known.computeIfAbsent(adapter, _ -> own(adapter, inUse));
    }

    private String own(String adapter, String inUse) {
        try {
            return Files.readString(system.resolve("class/net").resolve(adapter).resolve("phy80211/macaddress"))
                    .strip();
        } catch (IOException elsewhere) {
            LOG.log(Level.DEBUG, "the kernel shows no {0} here", adapter);
            return inUse;
        }
    }
}
