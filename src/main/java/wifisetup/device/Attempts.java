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
/// Five failures, none of them an hour after the one before, make an address wait before it may offer another
/// password: half a minute at first, twice as long after each further failure. IPv6 addresses count by their network of
/// 64 bits (RFC
/// 4291, 2.5.4), of which one machine has as many as it likes; but everybody on a link is in one of these, so
/// they wait a minute at most. Beside that all strangers together have so many failures, for whoever has
/// addresses without end. Where others have used these up, an address without a failure of its own has one of
/// a few more: else guessers could keep everybody out who knows the password.
///
/// @param recent the latest last
/// @param settledAt when the last failure of a stranger is forgotten, of which one is each [#PACE]
/// @param newcomersSettledAt when the last failure is forgotten that newcomers had beyond these, likewise
public record Attempts(List<Attempt> recent, Instant settledAt, Instant newcomersSettledAt) {
    /// Nobody has failed.
    public static final Attempts NONE = new Attempts(List.of());

    /// How many failures all strangers together have before they wait.
    public static final int FREE_OF_ALL = 30;

    /// How many failures newcomers have beyond these: addresses without one of late.
    public static final int FREE_OF_NEWCOMERS = 10;

    /// How long one failure of a stranger counts for all of them, and one of a newcomer for all of these: 8,640
    /// guesses a day each.
    public static final Duration PACE = Duration.ofSeconds(10);

    /// How many failures an address has before it waits.
    public static final int FREE = 5;

    /// How long an address counts as one that has failed: as long as the longest wait, or waiting would be all.
    public static final Duration WINDOW = Duration.ofHours(1);

    /// The first wait.
    public static final Duration FIRST_WAIT = Duration.ofSeconds(30);

    /// The longest wait.
    public static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /// The longest wait of an IPv6 network.
    public static final Duration LONGEST_WAIT_OF_NETWORK = Duration.ofMinutes(1);

    /// How many addresses are remembered; of more the one that failed least is forgotten, and of these the
    /// oldest.
    public static final int MOST_ADDRESSES = 256;

    private static final int NETWORK_BYTES = 8;
    private static final int MOST_AT_ONCE = 2;
    private static final Comparator<Attempt> LEAST =
            Comparator.comparingInt(Attempt::count).thenComparing(Attempt::last);

    /// Keeps its own copy.
    public Attempts {
        recent = List.copyOf(recent);
    }

    /// Those failures, of nobody's strangers.
    public Attempts(List<Attempt> recent) {
        this(recent, Instant.EPOCH, Instant.EPOCH);
    }

    /// How long an address has to wait at `now`; zero if it may offer a password.
    public Duration wait(InetAddress address, Instant now) {
        return of(address).map(attempt -> attempt.wait(now)).orElse(Duration.ZERO);
    }

    /// How long a stranger at that address has to wait at `now`.
    public Duration waitOfStranger(InetAddress address, Instant now) {
        var own = wait(address, now);
        var all = wait(settledAt, FREE_OF_ALL, now);
        var newcomers = wait(newcomersSettledAt, FREE_OF_NEWCOMERS, now);
        var common = failures(address, now) == 0 && newcomers.compareTo(all) < 0 ? newcomers : all;
        return common.compareTo(own) > 0 ? common : own;
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
        return with(address, failures(address, now) + 1, now);
    }

    /// With one more failure of a stranger at `address`.
    Attempts failedStranger(InetAddress address, Instant now) {
        var all = failed(address, now).recent;
        // Where the others' failures are used up, only a newcomer was let try.
        return wait(settledAt, FREE_OF_ALL, now).isPositive()
                ? new Attempts(all, settledAt, oneMore(newcomersSettledAt, FREE_OF_NEWCOMERS, now))
                : new Attempts(all, oneMore(settledAt, FREE_OF_ALL, now), newcomersSettledAt);
    }

    /// How many passwords from `address` may be compared at once: as many as it may still get wrong.
    int atOnce(InetAddress address, Instant now) {
        return Math.clamp(FREE - failures(address, now), 1, MOST_AT_ONCE);
    }

    /// Whether both are one origin.
    static boolean isSame(InetAddress one, InetAddress other) {
        return origin(one).equals(origin(other));
    }

    /// Without what is remembered of `address`: its owner knows the password.
    Attempts forgiven(InetAddress address) {
        var origin = origin(address);
        return new Attempts(
                recent.stream()
                        .filter(attempt -> !origin(attempt.address()).equals(origin))
                        .toList(),
                settledAt,
                newcomersSettledAt);
    }

    /// Without those that count no more, so that a screen does not show them for ever.
    Attempts since(Instant now) {
        return new Attempts(
                recent.stream().filter(attempt -> counts(attempt, now)).toList(), settledAt, newcomersSettledAt);
    }

    private static boolean counts(Attempt attempt, Instant now) {
        return Duration.between(attempt.last(), now).compareTo(WINDOW) < 0;
    }

    private int failures(InetAddress address, Instant now) {
        return of(address)
                .filter(attempt -> counts(attempt, now))
                .map(Attempt::count)
                .orElse(0);
    }

    /// How long everybody waits who shares `free` failures, the last of which is forgotten at `settledAt`.
    private static Duration wait(Instant settledAt, int free, Instant now) {
        var wait = Duration.between(now, settledAt).minus(PACE.multipliedBy(free - 1L));
        // As with one address: a clock that is set back shuts nobody out.
        return wait.isNegative() || wait.compareTo(LONGEST_WAIT_OF_NETWORK) > 0 ? Duration.ZERO : wait;
    }

    private static Instant oneMore(Instant settledAt, int free, Instant now) {
        var most = now.plus(PACE.multipliedBy(free));
        var from = settledAt.isBefore(now) ? now : settledAt;
        return (from.isAfter(most) ? most : from).plus(PACE);
    }

    private Attempts with(InetAddress address, int count, Instant now) {
        var longest = address instanceof Inet6Address ? LONGEST_WAIT_OF_NETWORK : LONGEST_WAIT;
        var wait = count < FREE ? Optional.<Instant>empty() : Optional.of(now.plus(waitAfter(count, longest)));
        var all = new ArrayList<>(forgiven(address).recent());
        if (all.size() >= MOST_ADDRESSES) {
            all.remove(all.stream().min(LEAST).orElseThrow());
        }
        all.add(new Attempt(address, count, now, wait));
        return new Attempts(all, settledAt, newcomersSettledAt);
    }

    private static Duration waitAfter(int failures, Duration longest) {
        int doublings = Math.min(failures - FREE, 10);
        var wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    /// Who an address belongs to, as far as it counts.
    public static String origin(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : address.getHostAddress();
    }
}
