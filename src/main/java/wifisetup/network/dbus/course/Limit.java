package wifisetup.network.dbus.course;

import java.time.Duration;

/// How long parts of a join may take.
public enum Limit {
    /// All of it, as a last resort: NetworkManager itself gives up an association after 25 s.
    ATTEMPT(Duration.ofSeconds(60)),
    /// From the beginning until an access point of that name has to be in the air: four scans of 3 s. NetworkManager
    /// itself goes on looking for 25 s.
    SEARCH(Duration.ofSeconds(12)),
    /// From the association to an address. NetworkManager's own limit, 45 s, would have to be changed in the profile,
    /// which is kept; a person does not wait for that long.
    ADDRESS(Duration.ofSeconds(20)),
    /// From the access point's first refusal of a WPA3 password to success: the second attempt of the supplicant's
    /// comes 0.3 to 5 s later, or after 10 s, when it had refused that network before (measured).
    SECOND_REFUSAL(Duration.ofSeconds(8));

    private final Duration duration;

    Limit(Duration duration) {
        this.duration = duration;
    }

    public Duration duration() {
        return duration;
    }
}
