package wifisetup.network.bus;

import java.util.Optional;
import wifisetup.network.Country;
import wifisetup.network.Credentials;
import wifisetup.network.Security;
import wifisetup.network.named.SettingsChange;

/// What somebody on the bus asks of the network. The kinds differ in what they have to wait for.
sealed interface NetworkRequest extends Reading {
    /// Answered at once, from what is known.
    sealed interface Question extends NetworkRequest {}

    /// Performed beside everything else.
    sealed interface Look extends NetworkRequest {}

    /// Performed one after the other, in the order in which they came.
    sealed interface Change extends NetworkRequest {}

    /// A way onto a network. A newer one takes the place of an older one.
    sealed interface Join extends Change {
        /// The network.
        NetworkName name();
    }

    /// On which Wi-Fi network is the device?
    record GetConnected() implements Question {}

    /// How does the network stand?
    record GetState() implements Question {}

    /// Which networks are in the air?
    record Scan() implements Look {}

    /// Of which networks is a profile kept?
    record GetSaved() implements Look {}

    /// How far does the network reach, looked at afresh?
    record CheckConnectivity() implements Look {}

    /// Join a network.
    ///
    /// @param hint the kind of security that the asker believes in
    /// @param offered what the asker has to present; [Credentials.Saved] when that is nothing
    /// @param hidden whether the asker knows that the network keeps its name to itself
    /// @param changes what the profile is to hold other than before
    record Connect(
            NetworkName name, Optional<Security> hint, Credentials offered, boolean hidden, SettingsChange changes)
            implements Join {}

    /// Join a network with what is saved for it.
    record Reconnect(NetworkName name) implements Join {}

    /// Leave a network.
    record Disconnect(NetworkName name) implements Change {}

    /// Delete what is saved of a network.
    record Forget(NetworkName name) implements Change {}

    /// Change what is kept of a network: all its profiles.
    ///
    /// @param changes what they are to hold other than before
    record ChangeSettings(NetworkName name, SettingsChange changes) implements Change {}

    /// Turn the radio on.
    ///
    /// @param country where the device is, if somebody says it: what the radio may do depends on it
    record TurnOn(Optional<Country> country) implements Change {}

    /// Let somebody else run the radio.
    ///
    /// @param backend its name, as it was given; empty if none was
    record SetBackend(String backend) implements Change {}
}
