package wifisetup.hotspot.portal.web;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How often a phone, and all of them together, may ask. Whoever asks too often uses up nothing of what the others
/// have. Any thread.
final class Rates {
    /// A page is four requests, and its script asks every two seconds.
    private static final Rate READ = new Rate(60, Duration.ofMillis(100));

    private static final Rate READ_BY_ALL = new Rate(300, Duration.ofMillis(10));

    /// Nobody types faster.
    private static final Rate CHANGE = new Rate(6, Duration.ofSeconds(5));

    private static final Rate CHANGE_BY_ALL = new Rate(20, Duration.ofSeconds(2));

    /// As many addresses as a network of 24 bits has.
    private static final int MOST_ADDRESSES = 256;

    private final InstantSource clock;
    private final Map<InetAddress, Bucket> readers = latest();
    private final Map<InetAddress, Bucket> changers = latest();
    private final Bucket reading;
    private final Bucket changing;

    /// @param burst as many requests at once
    /// @param interval after which there is one more
    record Rate(int burst, Duration interval) {}

    Rates(InstantSource clock) {
        this.clock = clock;
        this.reading = new Bucket(READ_BY_ALL, clock.instant());
        this.changing = new Bucket(CHANGE_BY_ALL, clock.instant());
    }

    /// Counts a request by `address`.
    ///
    /// @return how long to wait before the next one, if this one is one too many
    Optional<Duration> read(InetAddress address) {
        return take(readers, READ, reading, address);
    }

    /// Counts a request that changes something.
    ///
    /// @return how long to wait before the next one, if this one is one too many
    Optional<Duration> change(InetAddress address) {
        return take(changers, CHANGE, changing, address);
    }

    private Optional<Duration> take(Map<InetAddress, Bucket> addresses, Rate rate, Bucket all, InetAddress address) {
        var now = clock.instant();
        var own = addresses.computeIfAbsent(address, _ -> new Bucket(rate, now));
        return own.take(now).or(() -> all.take(now));
    }

    private static Map<InetAddress, Bucket> latest() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<InetAddress, Bucket> eldest) {
                return size() > MOST_ADDRESSES;
            }
        });
    }
}
