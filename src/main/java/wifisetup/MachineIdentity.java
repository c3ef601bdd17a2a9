package wifisetup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the machine says of itself, for a maker who says nothing.
final class MachineIdentity {
    private static final List<Path> SERIALS = List.of(Path.of("/proc/device-tree/serial-number"));
    private static final List<Path> MODELS =
            List.of(Path.of("/proc/device-tree/model"), Path.of("/sys/class/dmi/id/product_name"));
    private static final Path MACHINE_ID = Path.of("/etc/machine-id");
    private static final int LONGEST_SERIAL = 10;
    private static final int LONGEST_MODEL = 64;

    private MachineIdentity() {}

    /// The board's serial number, the end of it if it is long; else ten digits that say nothing about the
    /// machine (machine-id(5) is confidential).
    static String serial() {
        return text(SERIALS)
                .map(text -> text.replaceAll("[^A-Za-z0-9-]", "").toUpperCase(Locale.ROOT))
                .filter(text -> !text.isEmpty() && !text.matches("0+"))
                .map(text -> text.substring(Math.max(0, text.length() - LONGEST_SERIAL)))
                .orElseGet(MachineIdentity::digits);
    }

    /// What the board's maker calls it.
    static String model() {
        return text(MODELS)
                .map(text -> text.replaceAll("[^\\x20-\\x7e]|=", " ").strip())
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_MODEL)))
                .orElse("WiFi Setup Kiosk");
    }

    private static Optional<String> text(List<Path> files) {
        return files.stream()
                .flatMap(file -> {
                    try {
                        // A text of the device tree ends with NUL.
                        return Optional.of(
                                Files.readString(file).replace("\0", "").strip())
                                .stream();
                    } catch (IOException silent) {
                        return Optional.<String>empty().stream();
                    }
                })
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static String digits() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("wifi-setup-kiosk serial".getBytes(StandardCharsets.UTF_8));
            byte[] sum = digest.digest(Files.readAllBytes(MACHINE_ID));
            return HexFormat.of().formatHex(sum, 0, LONGEST_SERIAL / 2).toUpperCase(Locale.ROOT);
        } catch (IOException | NoSuchAlgorithmException nameless) {
            return "0000000000";
        }
    }
}
