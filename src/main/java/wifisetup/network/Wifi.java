package wifisetup.network;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import wifisetup.loop.Cancellation;

/// The port to whoever runs the radio.
///
/// Every method may be called from any thread. Those that ask the radio block, for the time it takes; call them
/// on a virtual thread. An implementation survives its service's restart: it says so by [#observe] and works
/// again.
public interface Wifi extends NetworkTrials, AutoCloseable {
    /// Shows `observer` the present status and then each change, in order, on a thread of the adapter's; the
    /// observer must not block.
    void observe(Consumer<? super NetworkStatus> observer);

    /// The networks that are known now, without a new scan: one a name and kind of security, the strongest
    /// first.
    ///
    /// @throws WifiException if that cannot be told
    List<Network> networks() throws WifiException;

    /// Scans and waits until the scan is complete (2 to 6 s), then gives what [#networks()] gives.
    ///
    /// @param hidden names to probe for, of networks that keep theirs to themselves
    /// @throws WifiException if the radio cannot scan
    List<Network> scan(List<Ssid> hidden) throws WifiException, InterruptedException;

    /// Joins a network and waits for the end: the device is on it, or nothing of the attempt is left. A profile
    /// of that network that was there before survives a failure unchanged, also one of this program in the
    /// middle of it.
    ///
    /// One join at a time: a second one cancels the first. It takes the place of a network on trial, whoever tries
    /// that.
    ///
    /// @param cancellation ends the join early, with [Failure.Cancelled]
    /// @param progress told each stage, on a thread of the adapter's
    /// @return how it ended; never an exception for what can happen to a join
    JoinOutcome join(JoinRequest request, Cancellation cancellation, Consumer<? super JoinStage> progress)
            throws InterruptedException;

    /// Ends the connection to that network. Its profile stays; the device does not go back to it by itself until
    /// somebody asks for it.
    ///
    /// @throws WifiException with [Failure.NotKnown] if the device is not on that network
    void disconnect(Ssid ssid) throws WifiException;

    /// The networks whose profiles are kept, in the order in which they are tried: the highest priority first,
    /// then the one that was used last.
    ///
    /// @throws WifiException if that cannot be told
    List<SavedNetwork> saved() throws WifiException;

    /// Changes what a kept profile holds; a connection by it takes that up at once, which may interrupt it.
    ///
    /// @throws WifiException with [Failure.NotKnown] if there is no such profile
    void change(ProfileId profile, NetworkSettings settings) throws WifiException;

    /// Deletes every profile of that name; a connection by one of them ends.
    ///
    /// @return how many there were
    /// @throws WifiException if one could not be deleted
    int forget(Ssid ssid) throws WifiException;

    /// Turns the radio on, if software can.
    ///
    /// @throws WifiException if it cannot: [Failure.RfKill] when a switch keeps it off
    void turnOn() throws WifiException;

    /// Says in which country the device is, and turns the radio on. It holds until the system forgets it.
    ///
    /// @throws WifiException if it cannot be said
    void setCountry(Country country) throws WifiException;

    /// Looks afresh how far the primary connection reaches.
    ///
    /// @throws WifiException if that cannot be told
    Connectivity checkConnectivity() throws WifiException;

    /// The page of the web by which the service checks for the internet, if it says.
    ///
    /// @throws WifiException if that cannot be told
    Optional<String> connectivityPage() throws WifiException;

    /// Ends the connection to the service; the device's network stays as it is, but from one on trial it begins to
    /// return.
    @Override
    void close();
}
