package wifisetup.hotspot;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// How a phone gets into the hotspot.
///
/// @param ssid the hotspot's name
/// @param passphrase its WPA2 passphrase, 8 to 63 characters; empty for an open hotspot
/// @param code four digits that the page asks for, which stand on the screen; none if it does not ask
public record Access(Ssid ssid, Secret passphrase, Optional<Secret> code) {
    /// Letters and digits that nobody takes for each other, on a screen or spoken.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /// 31 letters to the power of 10 are more than 2 to the power of 49 passphrases.
    private static final int PASSPHRASE_LENGTH = 10;

    private static final int CODES = 10_000;

    /// A passphrase for one session.
    public static Secret randomPassphrase(SecureRandom random) {
        return new Secret(random.ints(PASSPHRASE_LENGTH, 0, LETTERS.length())
                .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                .collect(Collectors.joining()));
    }

    /// A code for one session.
    public static Secret randomCode(SecureRandom random) {
        return new Secret("%04d".formatted(random.nextInt(CODES)));
    }

    /// What a phone's camera reads to join: the de facto standard `WIFI:` of ZXing, in which each of `\ ; , : "` has a
    /// backslash before it.
    public Secret joinCode() {
        String name = escape(ssid.display());
        return new Secret(
                passphrase.isEmpty()
                        ? "WIFI:T:nopass;S:" + name + ";;"
                        : "WIFI:T:WPA;S:" + name + ";P:" + escape(passphrase.reveal()) + ";;");
    }

    private static String escape(String text) {
        return text.replaceAll("[\\\\;,:\"]", "\\\\$0");
    }
}
