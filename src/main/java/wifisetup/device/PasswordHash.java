package wifisetup.device;

/// A password as it is kept: salted and hashed slowly. It does not print itself.
///
/// @param encoded the algorithm with its parameters, the salt and the hash, as [Passwords] writes them
public record PasswordHash(String encoded) {
    @Override
    public String toString() {
        return "***";
    }
}
