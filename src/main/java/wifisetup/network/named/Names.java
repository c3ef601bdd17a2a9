package wifisetup.network.named;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.Network;
import wifisetup.network.NetworkSettings;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;

/// Finds what somebody means who names a network. It asks a [Wifi], which blocks.
public final class Names {
    private static final int SCANS_THAT_MAY_MISS = 2;

    private final Wifi wifi;

    /// The names that `wifi` knows.
    public Names(Wifi wifi) {
        this.wifi = wifi;
    }

    /// The network of that name: one whose SSID it is, else one that is shown like that, else the one of the saved
    /// profile that is called so. A name that nobody bears is taken for an SSID.
    ///
    /// @throws WifiException with [Failure.NotKnown] if nobody bears it and it is too long for an SSID
    public Ssid find(String name) throws WifiException {
        var saved = wifi.saved();
        var known = new ArrayList<Ssid>();
        listed().forEach(network -> known.add(network.ssid()));
        saved.forEach(network -> known.add(network.ssid()));
        return first(known, ssid -> ssid.utf8().filter(name::equals).isPresent())
                .or(() -> first(known, ssid -> ssid.display().equals(name)))
                .or(() -> saved.stream()
                        .filter(network -> network.name().equals(name))
                        .map(SavedNetwork::ssid)
                        .findFirst())
                .or(() -> Ssid.fits(name) ? Optional.of(Ssid.of(name)) : Optional.empty())
                .orElseThrow(() -> new WifiException(new Failure.NotKnown()));
    }

    /// What has to be asked of the radio. A network that is not in the list is looked for first: four scans at most.
    ///
    /// Of several networks of that name the one is taken that the hint says, then one that can be joined, that is
    /// saved, that wants a secret, and then the strongest. Anybody can give an open network a name: one that is not
    /// what the hint says is left alone by who presents a secret, or has one saved under that name.
    ///
    /// @throws WifiException with [Failure.OutOfRange] if nobody of that name answers who may be taken, with
    ///     [Failure.PasswordRequired] if something must be presented and there is nothing, with
    ///     [Failure.Unsupported] if it cannot be joined from here
    public JoinRequest request(NamedJoin wish) throws WifiException, InterruptedException {
        var saved = saved(wish.ssid());
        var found = look(
                wish.ssid(),
                wish.hidden() || saved.stream().anyMatch(SavedNetwork::hidden),
                row -> mayBeMeant(row, wish, saved),
                preference(wish));
        var row = found.row();
        return new JoinRequest(
                row.id(),
                credentials(wish.offered(), row),
                found.hidden(),
                settings(wish.changes(), row.security(), saved));
    }

    /// What has to be asked of the radio to go back to a saved network, as it is saved.
    ///
    /// @throws WifiException with [Failure.NotKnown] if nothing is saved of that name, and as [#request(NamedJoin)]
    public JoinRequest again(Ssid ssid) throws WifiException, InterruptedException {
        var saved = saved(ssid);
        if (saved.isEmpty()) {
            throw new WifiException(new Failure.NotKnown());
        }
        var found = look(
                ssid, saved.stream().anyMatch(SavedNetwork::hidden), Network::saved, preference(NamedJoin.of(ssid)));
        return new JoinRequest(found.row().id(), new Credentials.Saved(), found.hidden());
    }

    /// A network in the air.
    ///
    /// @param hidden whether it keeps its name to itself
    private record Found(Network row, boolean hidden) {}

    /// Looks for a network of that name.
    ///
    /// One scan may miss a beacon, or the answer of who is called. Only what two scans miss is called by its
    /// name, and when it answers then, it is taken for one that keeps its name to itself. A look afterwards would
    /// prove nothing: the answer stays in the list.
    ///
    /// @param hidden whether it is known to keep its name to itself
    /// @param eligible which rows may be taken
    /// @param preference the greatest is taken
    private Found look(Ssid ssid, boolean hidden, Predicate<Network> eligible, Comparator<Network> preference)
            throws WifiException, InterruptedException {
        var seen = best(wifi.networks(), ssid, eligible, preference);
        for (int scans = 0; seen.isEmpty() && !hidden && scans < SCANS_THAT_MAY_MISS; scans++) {
            seen = best(wifi.scan(List.of()), ssid, eligible, preference);
        }
        boolean called = seen.isEmpty();
        for (int scans = 0; seen.isEmpty() && scans < SCANS_THAT_MAY_MISS; scans++) {
            seen = best(wifi.scan(List.of(ssid)), ssid, eligible, preference);
        }
        var row = seen.orElseThrow(() -> new WifiException(new Failure.OutOfRange()));
        if (row.obstacle().isPresent()) {
            throw new WifiException(new Failure.Unsupported(row.obstacle().get()));
        }
        return new Found(row, hidden || called);
    }

    private static Optional<Network> best(
            List<Network> networks, Ssid ssid, Predicate<Network> eligible, Comparator<Network> preference) {
        return networks.stream()
                .filter(network -> network.ssid().equals(ssid))
                .filter(eligible)
                .max(preference);
    }

    private static boolean mayBeMeant(Network row, NamedJoin wish, List<SavedNetwork> saved) {
        if (!row.security().isOpen() || wish.meansOpen()) {
            return true;
        }
        return !wish.presentsSecret() && (row.saved() || saved.isEmpty());
    }

    private static Comparator<Network> preference(NamedJoin wish) {
        return Comparator.comparing((Network row) ->
                        wish.hint().filter(row.security()::equals).isPresent())
                .thenComparing(
                        row -> wish.hint().filter(row.security()::isAlike).isPresent())
                .thenComparing(row -> row.obstacle().isEmpty())
                .thenComparing(Network::saved)
                .thenComparing(row -> !row.security().isOpen())
                .thenComparingInt(Network::strength);
    }

    /// What the profile is to hold, if anything is to change: of what is saved under that name, what fits counts.
    private static Optional<NetworkSettings> settings(
            SettingsChange changes, Security security, List<SavedNetwork> saved) {
        if (changes.equals(SettingsChange.NONE)) {
            return Optional.empty();
        }
        var before = saved.stream()
                .filter(network -> network.id().security().isAlike(security))
                .map(SavedNetwork::settings)
                .findFirst()
                .orElse(NetworkSettings.DEFAULT);
        return Optional.of(changes.applyTo(before));
    }

    private List<SavedNetwork> saved(Ssid ssid) throws WifiException {
        return wifi.saved().stream()
                .filter(network -> network.ssid().equals(ssid))
                .toList();
    }

    private static Credentials credentials(Credentials offered, Network row) throws WifiException {
        if (row.security().isOpen()) {
            return row.saved() ? new Credentials.Saved() : new Credentials.None();
        }
        return switch (offered) {
            case Credentials.Passphrase(var text)
            when !text.isEmpty() && !row.security().needsAccount() -> offered;
            case Credentials.Account account when row.security().needsAccount() -> account;
            case Credentials.Passphrase _, Credentials.Account _, Credentials.None _, Credentials.Saved _ -> {
                if (!row.saved()) {
                    throw new WifiException(new Failure.PasswordRequired());
                }
                yield new Credentials.Saved();
            }
        };
    }

    /// Without a radio the saved names still count.
    private List<Network> listed() {
        try {
            return wifi.networks();
        } catch (WifiException noRadio) {
            return List.of();
        }
    }

    private static Optional<Ssid> first(List<Ssid> known, Predicate<Ssid> wanted) {
        return known.stream().filter(wanted).findFirst();
    }
}
