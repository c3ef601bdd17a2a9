package wifisetup.network;

/// What tells one saved profile from all others, for ever: its UUID.
public record ProfileId(String uuid) {
    @Override
    public String toString() {
        return uuid;
    }
}
