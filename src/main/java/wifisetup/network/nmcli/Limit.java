package wifisetup.network.nmcli;

import java.time.Duration;

/// How long parts of a join may take.
enum Limit {
    /// All of it, as a last resort: two attempts, of which NetworkManager gives up each after 25 s.
    ATTEMPT(Duration.ofSeconds(75)),
    /// From the beginning until an access point of that name has to be in the air, and one that offers WPA2 too has to
    /// have answered by WPA3: four scans of 3 s.
    SEARCH(Duration.ofSeconds(12)),
    /// From the association to an address. NetworkManager's own limit, 45 s, would have to be changed in the profile,
    /// which is kept; a person does not wait for that long.
    ADDRESS(Duration.ofSeconds(20));

    private final Duration duration;

    Limit(Duration duration) {
        this.duration = duration;
    }

    Duration duration() {
        return duration;
    }
}
