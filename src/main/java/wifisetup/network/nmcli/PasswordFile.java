package wifisetup.network.nmcli;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import wifisetup.secret.Secret;

/// The secrets of a profile as `nmcli connection up … passwd-file` reads them: a line each,
/// `setting.property:secret`.
///
/// Every byte but letters and digits is written as `\` and three octal digits, so that blanks at the ends, line breaks
/// and backslashes arrive as they are (`nmc_utils_parse_passwd_file`, of nmcli 1.16 and later).
///
/// @param secrets by the names of their properties
record PasswordFile(Map<String, Secret> secrets) {
    /// What nmcli is to read it from: its standard input, a pipe.
    static final String PATH = "/proc/self/fd/0";

    static final PasswordFile NONE = new PasswordFile(Map.of());

    /// Keeps its own copy.
    PasswordFile {
        secrets = Map.copyOf(secrets);
    }

    boolean isEmpty() {
        return secrets.isEmpty();
    }

    /// The file.
    byte[] bytes() {
        var text = new StringBuilder();
        secrets.forEach((property, secret) -> {
            text.append(property).append(':');
            for (byte b : secret.reveal().getBytes(StandardCharsets.UTF_8)) {
                append(text, b & 0xff);
            }
            text.append('\n');
        });
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void append(StringBuilder text, int b) {
        if ((b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z')) {
            text.append((char) b);
        } else {
            text.append(String.format(Locale.ROOT, "\\%03o", b));
        }
    }
}
