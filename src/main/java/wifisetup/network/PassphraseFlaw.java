package wifisetup.network;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import wifisetup.secret.Secret;

/// What is wrong with a text as the password of a network. For WPA it is 8 to 63 bytes of UTF-8, or a raw key
/// of exactly 64 hex digits (IEEE 802.11-2020, annex J.4); for WEP a key of 5 or 13 ASCII characters, or as
/// many bytes in hex digits.
public enum PassphraseFlaw {
    /// Fewer than 8 bytes.
    TOO_SHORT,
    /// More than 63 bytes, and not 64 hex digits.
    TOO_LONG,
    /// Not a key of WEP.
    NO_WEP_KEY;

    /// The fewest bytes.
    public static final int MIN_LENGTH = 8;

    /// The most bytes of a passphrase.
    public static final int MAX_LENGTH = 63;

    private static final int RAW_KEY_DIGITS = 64;

    /// The flaw of `text` as the password of a network of that kind, if it has one.
    public static Optional<PassphraseFlaw> of(Security security, Secret text) {
        return security == Security.WEP ? ofWep(text.reveal()) : ofWpa(text.reveal());
    }

    private static Optional<PassphraseFlaw> ofWep(String key) {
        boolean ascii = key.chars().allMatch(c -> c >= ' ' && c <= '~');
        boolean hex = key.chars().allMatch(PassphraseFlaw::isHexDigit);
        return switch (key.length()) {
            case 5, 13 -> ascii ? Optional.empty() : Optional.of(NO_WEP_KEY);
            case 10, 26 -> hex ? Optional.empty() : Optional.of(NO_WEP_KEY);
            default -> Optional.of(NO_WEP_KEY);
        };
    }

    private static Optional<PassphraseFlaw> ofWpa(String password) {
        int length = password.getBytes(StandardCharsets.UTF_8).length;
        if (length < MIN_LENGTH) {
            return Optional.of(TOO_SHORT);
        }
        boolean rawKey = password.length() == RAW_KEY_DIGITS && password.chars().allMatch(PassphraseFlaw::isHexDigit);
        return length <= MAX_LENGTH || rawKey ? Optional.empty() : Optional.of(TOO_LONG);
    }

    private static boolean isHexDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
