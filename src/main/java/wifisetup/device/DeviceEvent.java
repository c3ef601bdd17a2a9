package wifisetup.device;

import java.net.InetAddress;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wifisetup.network.Checkpoint;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Network;
import wifisetup.secret.Secret;

/// What can happen to a device that can be managed.
public sealed interface DeviceEvent {
    /// What waits while a change is being saved, if it is to be saved itself.
    sealed interface InTurn extends DeviceEvent {}

    /// What the person at the panel does.
    sealed interface ByPerson extends InTurn {}

    /// What somebody on the network does; answered by [DeviceEffect.Reply] with that number.
    sealed interface FromNetwork extends InTurn {
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
    record SignatureRefused(InetAddress peer, Instant at) implements InTurn {}

    /// The owner of that key has come in by it.
    record KeyUsed(AccessId id, Instant at) implements InTurn {}

    /// The time to look through the attempts has come.
    record AttemptsAged(Instant at) implements InTurn {}

    /// A manager wants something.
    record Asked(long question, InetAddress peer, SessionRight right, Command command, Instant at)
            implements FromNetwork {}

    /// Whoever asked has gone; a question to the person is asked in vain.
    record AskerGone(long question) implements InTurn {}

    /// An offered password was compared.
    record Compared(DeviceEffect.Compare compare, boolean right, Instant at) implements InTurn {}

    /// A new password was hashed.
    record Hashed(DeviceEffect.Hash hash, PasswordHash result) implements InTurn {}

    /// What is to be remembered is on the disk.
    record Kept(DeviceEffect.Keep keep) implements DeviceEvent {}

    /// What was to be remembered could not be saved.
    record NotKept(DeviceEffect.Keep keep) implements DeviceEvent {}

    /// Nobody answered the question of that number in time.
    record ConsentTimedOut(long number) implements InTurn {}

    /// A scan ended.
    ///
    /// @param networks none: it failed
    record Scanned(long question, Optional<List<Network>> networks) implements InTurn {}

    /// The radio cannot go back from a trial at this moment: that one does not begin.
    ///
    /// @param question which asked for it
    record TrialRefused(long trial, long question) implements InTurn {}

    /// The join of that trial has come so far.
    record TrialAdvanced(long trial, JoinStage stage) implements InTurn {}

    /// The device is on the network of that trial, with an address.
    record TrialReached(long trial) implements InTurn {}

    /// The network of that trial could not be joined.
    record TrialFailed(long trial, Failure failure) implements InTurn {}

    /// What became of [DeviceEffect.Stay].
    record TrialStayed(long trial, Checkpoint.End end) implements InTurn {}

    /// That trial is over: its network is kept, or somebody joined another one meanwhile.
    record TrialOver(long trial) implements InTurn {}

    /// The time of that trial is over.
    record TrialTimedOut(long trial) implements InTurn {}

    /// Whether the device can be found has changed.
    record LanChanged(LanStanding standing) implements InTurn {}

    /// Another device has introduced itself by this one's number.
    record TwinHeard(InetAddress address) implements InTurn {}

    /// That one has not been heard for a while.
    record TwinGone(InetAddress address) implements InTurn {}

    /// How the device stands with its platform has changed.
    record PlatformChanged(PlatformLink link) implements InTurn {}

    /// The time to blink is over.
    record BlinkTimedOut(long blink) implements InTurn {}

    /// An effect failed that says nothing else itself.
    record EffectFailed(DeviceEffect effect) implements InTurn {}
}
