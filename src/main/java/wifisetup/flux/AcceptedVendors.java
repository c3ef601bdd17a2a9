package wifisetup.flux;

import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Set;

/// Whose signature makes a device known. Any thread.
///
/// @param keys the public keys of the vendors
/// @param development whether devices under development are accepted, which need no signature: anybody may
///     pretend to be one
public record AcceptedVendors(List<ECPublicKey> keys, boolean development) {
    /// The beginnings of the serial numbers whose identity may be signed over SHA-1.
    private static final Set<String> SHA1_SERIALS = Set.of("FD1A", "F1K0", "B11A", "B11B", "4040");

    /// Keeps its own copy of the keys.
    public AcceptedVendors {
        keys = List.copyOf(keys);
    }

    /// Nobody yet: no device is known.
    public static AcceptedVendors nobody() {
        return new AcceptedVendors(List.of(), false);
    }

    /// Whether `signature` makes `identity` known.
    public boolean accept(Identity identity, Octets signature) {
        if (development && identity.isDevelopment()) {
            return true;
        }
        var signed = identity.signed();
        boolean old = SHA1_SERIALS.contains(
                identity.serial().substring(0, Math.min(4, identity.serial().length())));
        return keys.stream()
                .anyMatch(key -> Signatures.ECDSA_SHA256.verify(key, signed, signature)
                        || (old && Signatures.ECDSA_SHA1.verify(key, signed, signature)));
    }
}
