package wifisetup.device;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The wrong passwords and signatures of late, by the address from which they came.
///
/// Five failures within a minute make an address wait before it may offer another password: half a minute at
/// first, twice as long after each further failure. IPv6 addresses count by their network of 64 bits (RFC 4291,
/// 2.5.4), of which one machine has as many as it likes.
///
/// @param recent the latest last
public record Attempts(List<Attempt> recent) {
    /// Nobody has failed.
    public static final Attempts NONE = new Attempts(List.of());

    /// How many failures an address has before it waits.
    public static final int FREE = 5;

    /// Within which time that many count.
    public static final Duration WINDOW = Duration.ofMinutes(1);

    /// The first wait.
    public static final Duration FIRST_WAIT = Duration.ofSeconds(30);

    /// The longest wait.
    public static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /// How many addresses are remembered; of more the one that failed longest ago is forgotten.
    public static final int MOST_ADDRESSES = 256;

    private static final int NETWORK_BYTES = 8;

    /// Keeps its own copy.
    public Attempts {
        recent = List.copyOf(recent);
    }

    /// How long an address has to wait at `now`; zero if it may offer a password.
    public Duration wait(InetAddress address, Instant now) {
        return of(address).map(attempt -> attempt.wait(now)).orElse(Duration.ZERO);
    }

    /// What is remembered of an address, or of its network.
    public Optional<Attempt> of(InetAddress address) {
        var origin = origin(address);
        return recent.stream()
                .filter(attempt -> origin(attempt.address()).equals(origin))
                .findFirst();
    }

    /// With one more failure from `address`.
    Attempts failed(InetAddress address, Instant now) {
        int count = of(address)
                .filter(attempt -> counts(attempt, now))
                .map(Attempt::count)
                .orElse(0);
        return with(address, count + 1, now);
    }

    /// Without what is remembered of `address`: its owner knows the password.
    Attempts forgiven(InetAddress address) {
        var origin = origin(address);
        return new Attempts(recent.stream()
                .filter(attempt -> !origin(attempt.address()).equals(origin))
                .toList());
    }

    /// Without those that count no more, so that a screen does not show them for ever.
    Attempts since(Instant now) {
        return new Attempts(
                recent.stream().filter(attempt -> counts(attempt, now)).toList());
    }

    /// A first few failures count for a minute; later ones as long as the longest wait, or waiting would be all.
    private static boolean counts(Attempt attempt, Instant now) {
        var age = Duration.between(attempt.last(), now);
        return age.compareTo(attempt.count() < FREE ? WINDOW : LONGEST_WAIT) < 0;
    }

    private Attempts with(InetAddress address, int count, Instant now) {
        var wait = count < FREE ? Optional.<Instant>empty() : Optional.of(now.plus(waitAfter(count)));
        var all = new ArrayList<>(forgiven(address).recent());
        if (all.size() >= MOST_ADDRESSES) {
            all.remove(all.stream().min(Comparator.comparing(Attempt::last)).orElseThrow());
        }
        all.add(new Attempt(address, count, now, wait));
        return new Attempts(all);
    }

    private static Duration waitAfter(int failures) {
        int doublings = Math.min(failures - FREE, 10);
        var wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /// Who an address belongs to, as far as it counts.
    private static String origin(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : address.getHostAddress();
    }
}
