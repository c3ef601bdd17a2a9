package wifisetup.device;

import java.util.UUID;
import java.util.regex.Pattern;

/// What a device is told apart by. It is decided once, when the device is made or first started.
///
/// @param uuid its number, which no other device has
/// @param serial what its label says: 1 to 10 letters, digits and hyphens (a FLUX frame has 10 bytes for it)
/// @param model what its maker calls its kind: 1 to 64 printable characters of ASCII
public record DeviceIdentity(UUID uuid, String serial, String model) {
    private static final Pattern SERIAL = Pattern.compile("[A-Za-z0-9-]{1,10}");
    private static final Pattern MODEL = Pattern.compile("[\\x20-\\x7e&&[^=]]{1,64}");

    /// Checks serial and model.
    ///
    /// @throws IllegalArgumentException if one of them cannot be
    public DeviceIdentity {
        if (!isSerial(serial)) {
            throw new IllegalArgumentException("a serial is 1 to 10 letters, digits and hyphens, found " + serial);
        }
        if (!MODEL.matcher(model).matches()) {
            throw new IllegalArgumentException("a model is 1 to 64 printable characters without =, found " + model);
        }
    }

    /// Whether `text` can be a serial.
    public static boolean isSerial(String text) {
        return SERIAL.matcher(text).matches();
    }
}
