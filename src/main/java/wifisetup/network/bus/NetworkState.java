package wifisetup.network.bus;

import java.util.Optional;
import wifisetup.network.Adapter;
import wifisetup.network.Connectivity;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Ssid;

/// How the network stands, in the words of the bus.
///
/// @param word all of it in one word
/// @param ssid the Wi-Fi network that the device is on, or on its way to
/// @param connectivity how far the primary connection reaches
/// @param trouble what is wrong with the adapter, if anything is
/// @param device the adapter's name, such as `wlan0`, when it is ready
/// @param wired whether a wired link carries the device's traffic
/// @param signIn the address of the sign-in page that is in the way, once it is known
record NetworkState(
        Word word,
        Optional<Ssid> ssid,
        Connectivity connectivity,
        Optional<Word> trouble,
        Optional<String> device,
        boolean wired,
        Optional<String> signIn) {
    /// One word for a script.
    enum Word {
        /// The service that runs the radio is coming up, or another one is taking its place.
        STARTING,
        /// The service that runs the radio is not there.
        BACKEND_UNAVAILABLE,
        /// There is no Wi-Fi adapter.
        NO_ADAPTER,
        /// The radio is off.
        RFKILL,
        /// A switch keeps the radio off.
        RFKILL_SWITCH,
        /// The radio is off until somebody says in which country it is.
        COUNTRY_REQUIRED,
        /// On no network.
        DISCONNECTED,
        /// On the way onto a Wi-Fi network.
        CONNECTING,
        /// On a Wi-Fi network.
        CONNECTED,
        /// On a network with a sign-in page in the way.
        PORTAL,
        /// On a network from where the internet is not reached.
        LIMITED,
        /// On a wired network.
        WIRED
    }

    /// The words for `status`; a sign-in page is not known yet.
    static NetworkState of(NetworkStatus status) {
        var trouble = trouble(status.adapter());
        var device =
                status.adapter() instanceof Adapter.Ready ready ? Optional.of(ready.name()) : Optional.<String>empty();
        return new NetworkState(
                word(status, trouble),
                ssid(status.link()),
                status.connectivity(),
                trouble,
                device,
                status.wired(),
                Optional.empty());
    }

    /// This, with the address of the sign-in page, if one is in the way.
    NetworkState withSignIn(Optional<String> page) {
        return word == Word.PORTAL ? new NetworkState(word, ssid, connectivity, trouble, device, wired, page) : this;
    }

    /// A way onto a network comes before what there is meanwhile; what there is, before why there is no more.
    private static Word word(NetworkStatus status, Optional<Word> trouble) {
        if (status.link() instanceof Link.Joining) {
            return Word.CONNECTING;
        }
        if (!status.isLinked()) {
            return trouble.orElse(Word.DISCONNECTED);
        }
        return switch (status.connectivity()) {
            case PORTAL -> Word.PORTAL;
            case LIMITED, NONE -> Word.LIMITED;
            // Not checked is no reason to doubt.
            case UNKNOWN, FULL -> status.link() instanceof Link.Up ? Word.CONNECTED : Word.WIRED;
        };
    }

    private static Optional<Word> trouble(Adapter adapter) {
        return switch (adapter) {
            case Adapter.Ready _ -> Optional.empty();
            case Adapter.Starting _ -> Optional.of(Word.STARTING);
            case Adapter.Unavailable _ -> Optional.of(Word.BACKEND_UNAVAILABLE);
            case Adapter.Missing _ -> Optional.of(Word.NO_ADAPTER);
            case Adapter.Blocked(var by) ->
                Optional.of(
                        switch (by) {
                            case SOFTWARE -> Word.RFKILL;
                            case SWITCH -> Word.RFKILL_SWITCH;
                            case COUNTRY -> Word.COUNTRY_REQUIRED;
                        });
        };
    }

    private static Optional<Ssid> ssid(Link link) {
        return switch (link) {
            case Link.Down _ -> Optional.empty();
            case Link.Joining(var ssid) -> Optional.of(ssid);
            case Link.Up up -> Optional.of(up.ssid());
        };
    }
}
