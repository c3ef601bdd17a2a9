package wifisetup.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds what somebody means who names a network. It asks a [Wifi], which blocks.
public final class Names {
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

    /// What has to be asked of the radio. A network that is not in the list is looked for first: two scans.
    ///
    /// @throws WifiException with [Failure.OutOfRange] if nobody of that name answers, with
    ///     [Failure.PasswordRequired] if something must be presented and there is nothing, with
    ///     [Failure.Unsupported] if it cannot be joined from here
    public JoinRequest request(NamedJoin wish) throws WifiException, InterruptedException {
        var seen = row(wifi.networks(), wish);
        boolean hidden = wish.hidden();
        if (seen.isEmpty() && !hidden) {
            seen = row(wifi.scan(List.of()), wish);
        }
        if (seen.isEmpty()) {
            seen = row(wifi.scan(List.of(wish.ssid())), wish);
            hidden = true;
        }
        var row = seen.orElseThrow(() -> new WifiException(new Failure.OutOfRange()));
        if (row.obstacle().isPresent()) {
            throw new WifiException(new Failure.Unsupported(row.obstacle().get()));
        }
        return new JoinRequest(row.id(), credentials(wish.offered(), row), hidden, wish.settings());
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

    /// The row of the network that is wished for: of the believed security if there is one, then one that can be
    /// joined, then the strongest.
    private static Optional<Network> row(List<Network> networks, NamedJoin wish) {
        return networks.stream()
                .filter(network -> network.ssid().equals(wish.ssid()))
                .max(Comparator.comparing((Network network) ->
                                wish.hint().filter(network.security()::equals).isPresent())
                        .thenComparing(network -> network.obstacle().isEmpty())
                        .thenComparingInt(Network::strength));
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
