package wifisetup.lan;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Moves a device to another network and keeps it there, if it can be reached there: whoever moves a device out
/// of his own reach gets it back, because the device returns by itself.
public final class NetworkMove {
    /// A device goes back after 60 seconds.
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// A device that leaves in the middle of something shall not cost the minute.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// The device writes the network to its disk before it answers.
    private static final Duration KEEPING = Duration.ofSeconds(15);

    private NetworkMove() {}

    /// What became of a move.
    public enum Outcome {
        /// The device was found on the new network, and stays there.
        KEPT,
        /// The device was not found on the new network, or not in time: it goes back to the old one by itself.
        GOES_BACK,
        /// A reference device: it does not say, and would not go back.
        UNSAID
    }

    /// Moves the device of `session`, which ends, and looks for it again, in whatever network this machine is
    /// then on: by multicast, at its address so far, and at the fixed one that it was given.
    ///
    /// @throws DeviceException if the device refuses the network, or to confirm it
    /// @throws IOException if this machine has no socket to look for it
    /// @throws InterruptedException if the thread is interrupted; the device goes back
    public static Outcome move(DeviceSession session, NetworkChange change, SessionOptions options)
            throws DeviceException, IOException, InterruptedException {
        return move(session, change, options, InstantSource.system());
    }

    static Outcome move(DeviceSession session, NetworkChange change, SessionOptions options, InstantSource clock)
            throws DeviceException, IOException, InterruptedException {
        var device = session.device();
        if (session.modifyNetwork(change) == NetworkReply.UNSAID) {
            return Outcome.UNSAID;
        }
        var places = new HashSet<InetAddress>(Set.of(device.address()));
        change.address().map(NetworkChange.FixedAddress::own).ifPresent(places::add);
        var elsewhere = new HashSet<InetSocketAddress>();
        var end = clock.instant().plus(LIMIT);
        for (var now = clock.instant(); now.isBefore(end); now = clock.instant()) {
            var left = Duration.between(now, end);
            var quick = options.withTimeout(PATIENCE)
                    .withLookup(left.compareTo(PATIENCE) < 0 ? left : PATIENCE, options.lookup());
            try (var again = new Search(quick, places, elsewhere).open(Target.of(device.uuid()))) {
                again.confirmNetwork(KEEPING);
                return Outcome.KEPT;
            } catch (DeviceException.ConnectionBroken
                    | DeviceException.TimedOut
                    | DeviceException.NotSupported
                    | DeviceException.OperationFailed
                    | DeviceException.BadProtocol _) {
                // It has not left yet, leaves just now, or is still on its way; or another one answers.
                var _ = new CountDownLatch(1).await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        return Outcome.GOES_BACK;
    }
}
