package wifisetup.device;

import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalLong;

/// Where the management of a device is: what its panel shows.
///
/// @param identity who it is
/// @param memory its name, whether it has a password, the keys it trusts
/// @param attempts wrong passwords and signatures of late
/// @param question what the person at the panel is asked, if so; one at a time
/// @param trial a change of the network, and what became of it
/// @param lan whether it can be found
/// @param platform how it stands with its maker's platform
/// @param twin where another device is that has the same number, if one was heard
/// @param blink the number of the blinking by which it is to be told apart from its like, if it blinks
/// @param numbers the last number given to a trial or a blinking
/// @param underWay what it is at behind all that
public record DeviceState(
        DeviceIdentity identity,
        DeviceMemory memory,
        Attempts attempts,
        Optional<ConsentQuestion> question,
        NetworkTrial trial,
        LanStanding lan,
        PlatformLink platform,
        Optional<InetAddress> twin,
        OptionalLong blink,
        long numbers,
        UnderWay underWay) {
    /// A device that has just started, and remembers that.
    public static DeviceState initial(DeviceIdentity identity, DeviceMemory memory) {
        return new DeviceState(
                identity,
                memory,
                Attempts.NONE,
                Optional.empty(),
                new NetworkTrial.None(),
                new LanStanding.NoNetwork(),
                new PlatformLink.Off(),
                Optional.empty(),
                OptionalLong.empty(),
                0,
                UnderWay.NOTHING);
    }

    /// What people call it.
    public DeviceName name() {
        return memory.name();
    }

    /// Whether it can be managed by somebody new.
    public boolean hasPassword() {
        return memory.password().isPresent();
    }

    /// Whether it is to be told apart from its like.
    public boolean isBlinking() {
        return blink.isPresent();
    }

    DeviceState with(DeviceMemory next) {
        return new DeviceState(
                identity, next, attempts, question, trial, lan, platform, twin, blink, numbers, underWay);
    }

    DeviceState with(Attempts next) {
        return new DeviceState(identity, memory, next, question, trial, lan, platform, twin, blink, numbers, underWay);
    }

    DeviceState asking(Optional<ConsentQuestion> next) {
        return new DeviceState(identity, memory, attempts, next, trial, lan, platform, twin, blink, numbers, underWay);
    }

    DeviceState with(NetworkTrial next) {
        return new DeviceState(
                identity, memory, attempts, question, next, lan, platform, twin, blink, numbers, underWay);
    }

    DeviceState with(LanStanding next) {
        return new DeviceState(
                identity, memory, attempts, question, trial, next, platform, twin, blink, numbers, underWay);
    }

    DeviceState with(PlatformLink next) {
        return new DeviceState(identity, memory, attempts, question, trial, lan, next, twin, blink, numbers, underWay);
    }

    DeviceState twin(Optional<InetAddress> next) {
        return new DeviceState(
                identity, memory, attempts, question, trial, lan, platform, next, blink, numbers, underWay);
    }

    DeviceState blinking(OptionalLong next) {
        return new DeviceState(
                identity, memory, attempts, question, trial, lan, platform, twin, next, numbers, underWay);
    }

    DeviceState nextNumber() {
        return new DeviceState(
                identity, memory, attempts, question, trial, lan, platform, twin, blink, numbers + 1, underWay);
    }

    DeviceState with(UnderWay next) {
        return new DeviceState(identity, memory, attempts, question, trial, lan, platform, twin, blink, numbers, next);
    }
}
