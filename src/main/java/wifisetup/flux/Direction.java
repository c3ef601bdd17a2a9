package wifisetup.flux;

/// Which way a message of a management session goes: the two ways count lengths differently.
public enum Direction {
    /// The length counts its own two bytes.
    TO_DEVICE(2),
    /// The length counts the text alone.
    TO_CLIENT(0);

    /// No text of a message is longer; the longest, a key of 8192 bits in PEM, has 1,400 bytes.
    public static final int MAXIMUM_BYTES = 4096;

    private final int ownBytes;

    Direction(int ownBytes) {
        this.ownBytes = ownBytes;
    }

    int ownBytes() {
        return ownBytes;
    }
}
