package wifisetup.lan;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Looks for a device until a session with it stands. Anybody can repeat a device's words from another place: one
/// where nobody has the device's key, or speaks its protocol, is passed over. The caller's thread.
final class Search {
    private final SessionOptions options;
    private final Set<InetAddress> perhaps;
    private final Set<InetSocketAddress> elsewhere;
    private final InstantSource clock = InstantSource.system();

    /// A search by multicast.
    Search(SessionOptions options) {
        this(options, Set.of(), new HashSet<>());
    }

    /// A search by multicast, and at these addresses.
    ///
    /// @param elsewhere the places passed over in former searches for the same device; those of this one join
    ///     them, until it hears nobody at any other place: then the device may be back at one of them
    Search(SessionOptions options, Set<InetAddress> perhaps, Set<InetSocketAddress> elsewhere) {
        this.options = options;
        this.perhaps = perhaps;
        this.elsewhere = elsewhere;
    }

    /// Finds the device and asks to be let in, see [DeviceSession#open(Target, SessionOptions)].
    DeviceSession open(Target target) throws DeviceException, IOException, InterruptedException {
        return switch (target) {
            case Target.Known known ->
                DeviceSession.connect(known.device(), options).begun(options);
            case Target.ByAddress wanted -> open(wanted.address());
            case Target.ByUuid wanted -> open(wanted.uuid());
        };
    }

    private DeviceSession open(InetAddress address) throws DeviceException, IOException, InterruptedException {
        var settings = options.discovery().withAddress(address);
        var device = DeviceDiscovery.first(settings, Set.of(), Set.of(), options.lookupTimeout(), options.lookup());
        return DeviceSession.connect(device.orElseThrow(() -> silence(address.getHostAddress())), options)
                .begun(options);
    }

    private DeviceSession open(UUID uuid) throws DeviceException, IOException, InterruptedException {
        var settings = options.discovery().withUuid(uuid);
        var end = clock.instant().plus(options.lookupTimeout());
        DeviceException failure = silence("the device " + uuid);
        for (Instant now = clock.instant(); now.isBefore(end); now = clock.instant()) {
            var device =
                    DeviceDiscovery.first(settings, perhaps, elsewhere, Duration.between(now, end), options.lookup());
            if (device.isEmpty()) {
                elsewhere.clear();
                break;
            }
            DeviceSession session;
            try {
                session = DeviceSession.connect(device.get(), options);
            } catch (DeviceException.NotSupported
                    | DeviceException.BadProtocol
                    | DeviceException.ConnectionBroken
                    | DeviceException.TimedOut notThere) {
                elsewhere.add(device.get().endpoint());
                failure = notThere;
                continue;
            }
            return session.begun(options);
        }
        throw failure;
    }

    private DeviceException silence(String who) {
        return new DeviceException.TimedOut(
                who + " did not answer within " + options.lookupTimeout().toSeconds() + " s");
    }
}
