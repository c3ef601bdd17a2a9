package wifisetup.network.dbus;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The channel of 2.4 GHz for the device's own access point: the one of the network that the device is on, because a
/// radio has one channel at a time; else of the three that do not overlap, and that each country allows, the one with
/// the least in the air (IEEE 802.11-2020, table 15-6).
final class QuietChannel {
    private static final int SPACING = 5;
    private static final int FIRST = 2412;
    private static final int LAST = 2462;

    private QuietChannel() {}

    /// The channel's number, 1 to 11.
    ///
    /// @param active the path of the access point that the device is on, or any other text
    static int among(List<AccessPoint> air, String active) {
        return air.stream()
                .filter(point -> point.path().equals(active))
                .mapToInt(AccessPoint::frequency)
                .filter(frequency -> FIRST <= frequency && frequency <= LAST)
                .map(QuietChannel::number)
                .findAny()
                .orElseGet(() -> quietest(air));
    }

    private static int quietest(List<AccessPoint> air) {
        return Stream.of(1, 6, 11)
                .min(Comparator.comparingInt(channel -> noise(air, channel)))
                .orElseThrow();
    }

    private static int noise(List<AccessPoint> air, int channel) {
        return air.stream()
                .filter(point -> Math.abs(point.frequency() - frequency(channel)) < SPACING * 5)
                .mapToInt(AccessPoint::strength)
                .sum();
    }

    private static int frequency(int channel) {
        return FIRST + (channel - 1) * SPACING;
    }

    private static int number(int frequency) {
        return (frequency - FIRST) / SPACING + 1;
    }
}
