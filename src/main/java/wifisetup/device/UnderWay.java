package wifisetup.device;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the device is at behind the state that its panel shows.
///
/// @param saving what is being saved, if something is: one change at a time, so that what is refused was
///     never in force
/// @param deferred what has happened in the meantime and is to be saved, too, in its order
/// @param comparing from where the passwords come that are being compared
/// @param ageing whether the attempts are looked through again
/// @param kept until when a manager who confirms a network again hears that it is kept, if the last one on trial
///     was, or is just being kept: the first answer can be lost on the way
public record UnderWay(
        Optional<DeviceMemory> saving,
        List<DeviceEvent> deferred,
        List<InetAddress> comparing,
        boolean ageing,
        Optional<Instant> kept) {
    /// Nothing is.
    public static final UnderWay NOTHING =
            new UnderWay(Optional.empty(), List.of(), List.of(), false, Optional.empty());

    /// Keeps its own copies of the lists.
    public UnderWay {
        deferred = List.copyOf(deferred);
        comparing = List.copyOf(comparing);
    }

    UnderWay saving(DeviceMemory next) {
        return new UnderWay(Optional.of(next), deferred, comparing, ageing, kept);
    }

    UnderWay saved() {
        return new UnderWay(Optional.empty(), List.of(), comparing, ageing, kept);
    }

    UnderWay deferring(DeviceEvent event) {
        return new UnderWay(
                saving, Stream.concat(deferred.stream(), Stream.of(event)).toList(), comparing, ageing, kept);
    }

    UnderWay comparing(InetAddress peer) {
        return new UnderWay(
                saving,
                deferred,
                Stream.concat(comparing.stream(), Stream.of(peer)).toList(),
                ageing,
                kept);
    }

    UnderWay compared(InetAddress peer) {
        int first = comparing.indexOf(peer);
        return new UnderWay(
                saving,
                deferred,
                Stream.concat(
                                comparing.stream().limit(Math.max(0, first)),
                                comparing.stream().skip(first + 1L))
                        .toList(),
                ageing,
                kept);
    }

    UnderWay ageing(boolean next) {
        return new UnderWay(saving, deferred, comparing, next, kept);
    }

    UnderWay kept(Optional<Instant> next) {
        return new UnderWay(saving, deferred, comparing, ageing, next);
    }
}
