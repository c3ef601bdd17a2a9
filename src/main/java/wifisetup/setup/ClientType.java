package wifisetup.setup;

import java.util.Arrays;
import java.util.Optional;

/// Where a set-up client's person types.
public enum ClientType {
    /// On the device's own panel.
    ON_DEVICE("onDevice"),
    /// On another device, a phone say.
    REMOTE("Remote");

    private final String word;

    ClientType(String word) {
        this.word = word;
    }

    /// The word on the bus.
    public String word() {
        return word;
    }

    /// The type of a word on the bus.
    public static Optional<ClientType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }
}
