package wifisetup.setup;

import java.security.SecureRandom;
import java.util.HexFormat;

/// The name of a registered client in `activate.{clientID}`. Ids that this program makes cannot collide: they are 64
/// random bits.
public record ClientId(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 8;

    /// A new id.
    public static ClientId random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ClientId(HexFormat.of().formatHex(bytes));
    }
}
