package wifisetup.network;

import java.util.regex.Pattern;

/// Where the device is, as far as the rules for its radio go: a code of ISO 3166-1 alpha-2.
public record Country(String code) {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

    /// Checks the code's form: two capital letters.
    public Country {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a country is two capital letters, such as DE, found " + code);
        }
    }
}
