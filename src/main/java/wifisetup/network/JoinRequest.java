package wifisetup.network;

import java.util.Optional;

/// Which network to join, and with what.
///
/// @param id the network; for one that is not in the list its kind of security is what the person said
/// @param credentials what to present
/// @param hidden whether the access point keeps its name to itself, so that it must be probed by name
/// @param settings what the profile is to hold; none: what the saved profile of that network holds, else
///     [NetworkSettings#DEFAULT]
public record JoinRequest(NetworkId id, Credentials credentials, boolean hidden, Optional<NetworkSettings> settings) {
    /// A request that leaves the settings as they are.
    public JoinRequest(NetworkId id, Credentials credentials, boolean hidden) {
        this(id, credentials, hidden, Optional.empty());
    }

    /// Why it cannot succeed, whatever the access point says, if so.
    public Optional<Failure> flaw() {
        var security = id.security();
        if (security.isOpen()) {
            return Optional.empty();
        }
        return switch (credentials) {
            case Credentials.None _ -> Optional.of(new Failure.PasswordRequired());
            case Credentials.Saved _ -> Optional.empty();
            case Credentials.Passphrase(var text)
            when text.isEmpty() || security.needsAccount() -> Optional.of(new Failure.PasswordRequired());
            case Credentials.Passphrase(var text) ->
                PassphraseFlaw.of(security, text).map(_ -> new Failure.WrongPassword());
            case Credentials.Account _ ->
                security.needsAccount() ? Optional.empty() : Optional.of(new Failure.PasswordRequired());
        };
    }

    /// The name.
    public Ssid ssid() {
        return id.ssid();
    }

    /// The same, with those settings.
    public JoinRequest with(NetworkSettings chosen) {
        return new JoinRequest(id, credentials, hidden, Optional.of(chosen));
    }
}
