package wifisetup.join;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wifisetup.network.NetworkId;
import wifisetup.secret.Secret;

/// What was typed for each network and has not yet served: kept through failure and Back.
public record Drafts(
        Map<NetworkId, Secret> passwords,
        Map<NetworkId, AccountEntry> accounts,
        Map<NetworkId, AddressEntry> addresses) {
    /// Nothing typed.
    public static final Drafts NONE = new Drafts(Map.of(), Map.of(), Map.of());

    /// Keeps its own copies.
    public Drafts {
        passwords = Map.copyOf(passwords);
        accounts = Map.copyOf(accounts);
        addresses = Map.copyOf(addresses);
    }

    /// The password typed for that network, perhaps empty.
    public Secret password(NetworkId id) {
        return passwords.getOrDefault(id, Secret.EMPTY);
    }

    /// The account typed for that network, perhaps empty.
    public AccountEntry account(NetworkId id) {
        return accounts.getOrDefault(id, AccountEntry.EMPTY);
    }

    /// The addresses typed for that network, if any were.
    public Optional<AddressEntry> address(NetworkId id) {
        return Optional.ofNullable(addresses.get(id));
    }

    /// With `draft` for that network, in place of an older one of its kind.
    Drafts with(NetworkId id, Draft draft) {
        return switch (draft) {
            case Draft.None _ -> this;
            case Draft.Password(var text) ->
                new Drafts(text.isEmpty() ? less(passwords, id) : more(passwords, id, text), accounts, addresses);
            case Draft.Account(var entry) -> new Drafts(passwords, more(accounts, id, entry), addresses);
            case Draft.Address(var entry) -> new Drafts(passwords, accounts, more(addresses, id, entry));
        };
    }

    /// Without the addresses for that network.
    Drafts withoutAddress(NetworkId id) {
        return new Drafts(passwords, accounts, less(addresses, id));
    }

    /// Without anything for that network.
    Drafts without(NetworkId id) {
        return new Drafts(less(passwords, id), less(accounts, id), less(addresses, id));
    }

    private static <T> Map<NetworkId, T> more(Map<NetworkId, T> drafts, NetworkId id, T draft) {
        var next = new HashMap<>(drafts);
        next.put(id, draft);
        return next;
    }

    private static <T> Map<NetworkId, T> less(Map<NetworkId, T> drafts, NetworkId id) {
        var next = new HashMap<>(drafts);
        next.remove(id);
        return next;
    }
}
