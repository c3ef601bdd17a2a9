package wifisetup.device;

import java.net.InetAddress;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wifisetup.network.Failure;
import wifisetup.network.Network;
import wifisetup.secret.Secret;

/// What can happen to a device that can be managed.
public sealed interface DeviceEvent {
    /// What the person at the panel does.
    sealed interface ByPerson extends DeviceEvent {}

    /// What somebody on the network does; answered by [DeviceEffect.Reply] with that number.
    sealed interface FromNetwork extends DeviceEvent {
        /// Which question this is.
        long question();
    }

    /// The person gives the device that name.
    record Rename(DeviceName name) implements ByPerson {}

    /// The person sets that password, which has no [PasswordRules.Flaw]; the keys stay trusted.
    record SetPassword(Secret password) implements ByPerson {}

    /// The person trusts that key no more.
    record RemoveKey(AccessId id) implements ByPerson {}

    /// The person answers the question of that number.
    record AnswerConsent(long number, boolean trusted) implements ByPerson {}

    /// The person takes back the change of the network that is on trial, or has seen what became of it.
    record DismissTrial() implements ByPerson {}

    /// The person has seen that another device has this one's number.
    record DismissTwin() implements ByPerson {}

    /// The device is to be told apart from its like: its screen blinks.
    record Identify() implements ByPerson {}

    /// It has been found.
    record StopIdentifying() implements ByPerson {}

    /// Somebody with an unknown key offers a password.
    record PasswordOffered(long question, InetAddress peer, PublicKey key, Secret password, Instant at)
            implements FromNetwork {}

    /// Somebody with a trusted key signed wrongly.
    record SignatureRefused(InetAddress peer, Instant at) implements DeviceEvent {}

    /// A manager wants something.
    record Asked(long question, InetAddress peer, SessionRight right, Command command, Instant at)
            implements FromNetwork {}

    /// Whoever asked has gone; a question to the person is asked in vain.
    record AskerGone(long question) implements DeviceEvent {}

    /// An offered password was compared.
    record Compared(DeviceEffect.Compare compare, boolean right, Instant at) implements DeviceEvent {}

    /// A new password was hashed.
    record Hashed(DeviceEffect.Hash hash, PasswordHash result) implements DeviceEvent {}

    /// What was to be remembered could not be saved.
    record NotKept(DeviceEffect.Keep keep) implements DeviceEvent {}

    /// Nobody answered the question of that number in time.
    record ConsentTimedOut(long number) implements DeviceEvent {}

    /// A scan ended.
    ///
    /// @param networks none: it failed
    record Scanned(long question, Optional<List<Network>> networks) implements DeviceEvent {}

    /// The device is on the network of that trial, with an address.
    record TrialReached(long trial) implements DeviceEvent {}

    /// The network of that trial could not be joined.
    record TrialFailed(long trial, Failure failure) implements DeviceEvent {}

    /// That trial is over: its network is kept, or somebody joined another one meanwhile.
    record TrialOver(long trial) implements DeviceEvent {}

    /// The time of that trial is over.
    record TrialTimedOut(long trial) implements DeviceEvent {}

    /// Whether the device can be found has changed.
    record LanChanged(LanStanding standing) implements DeviceEvent {}

    /// Another device says to have this one's number.
    record TwinHeard(InetAddress address) implements DeviceEvent {}

    /// How the device stands with its platform has changed.
    record PlatformChanged(PlatformLink link) implements DeviceEvent {}

    /// The time to blink is over.
    record BlinkTimedOut(long blink) implements DeviceEvent {}

    /// An effect failed that says nothing else itself.
    record EffectFailed(DeviceEffect effect) implements DeviceEvent {}
}
