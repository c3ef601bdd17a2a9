package wifisetup.network;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import wifisetup.secret.Secret;

/// The networks in the air of the laboratory, as its `etc/lab/aps` has them.
public enum LabNetwork {
    /// The plain case.
    HOME("HomeNet", Security.WPA2, "correct-horse"),
    /// No password.
    CAFE("CafeOpen", Security.OPEN, ""),
    /// WPA3 alone.
    FORTRESS("Fortress", Security.WPA3, "battery-staple"),
    /// Keeps its name to itself.
    HIDDEN("HiddenNet", Security.WPA2, "hidden-pass-1"),
    /// A name of several alphabets, with the character that separates the fields of terse command-line tools.
    UNICODE("Café: 5G ☕", Security.WPA2, "unicode-pass"),
    /// Two access points; the stronger is on 5 GHz.
    MESH("MeshNet", Security.WPA2, "mesh-pass-1"),
    /// Wants a personal account.
    CORP("CorpNet", Security.ENTERPRISE, "corp-pass-1"),
    /// WPA2 and WPA3 with one password.
    MIXED("MixedNet", Security.WPA2_WPA3, "mixed-pass-1"),
    /// No password, and encrypted.
    OWE("OpenSecure", Security.OWE, "");

    /// Who signed the certificate of the authentication server; the file is on the machine that the network
    /// service runs on.
    public static final ServerTrust AUTHORITY = new ServerTrust.Authority("/etc/lab/eap/ca.pem", "radius.lab.test");

    private final String name;
    private final Security security;
    private final String password;

    LabNetwork(String name, Security security, String password) {
        this.name = name;
        this.security = security;
        this.password = password;
    }

    /// The name and kind of security.
    public NetworkId id() {
        return new NetworkId(ssid(), security);
    }

    /// The name.
    public Ssid ssid() {
        return Ssid.of(name);
    }

    /// Whether it must be probed by name.
    public boolean isHidden() {
        return this == HIDDEN;
    }

    /// A join with what the network wants.
    public JoinRequest request() {
        return request(password.isEmpty() ? new Credentials.None() : with(new Secret(password)));
    }

    /// What that password is presented with: by itself, or as an account's.
    public Credentials with(Secret secret) {
        return security.needsAccount()
                ? new Credentials.Account("alice", "", new Eap.Peap(secret), AUTHORITY)
                : new Credentials.Passphrase(secret);
    }

    /// A join with `credentials`.
    public JoinRequest request(Credentials credentials) {
        return new JoinRequest(id(), credentials, isHidden());
    }

    /// All of them.
    public static Set<NetworkId> all() {
        return ids(_ -> true);
    }

    /// Those that a scan lists without probing for a name.
    public static Set<NetworkId> inTheOpen() {
        return ids(network -> !network.isHidden());
    }

    private static Set<NetworkId> ids(Predicate<LabNetwork> wanted) {
        return Arrays.stream(values()).filter(wanted).map(LabNetwork::id).collect(Collectors.toUnmodifiableSet());
    }
}
