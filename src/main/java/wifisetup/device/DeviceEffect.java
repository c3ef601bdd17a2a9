package wifisetup.device;

import java.net.InetAddress;
import java.time.Duration;
import java.util.OptionalLong;
import wifisetup.loop.InOrder;
import wifisetup.secret.Secret;

/// What a device that can be managed wants done.
public sealed interface DeviceEffect {
    /// Answer that question.
    record Reply(long question, Answer answer) implements DeviceEffect, InOrder {}

    /// Save `next`, and answer [DeviceEvent.Kept] or [DeviceEvent.NotKept].
    ///
    /// @param question who is answered then; none: the person at the panel did it
    record Keep(DeviceMemory next, OptionalLong question) implements DeviceEffect {}

    /// Compare a password with the device's, and answer [DeviceEvent.Compared].
    record Compare(Claim claim, Secret password, PasswordHash hash) implements DeviceEffect {}

    /// Hash a password, and answer [DeviceEvent.Hashed].
    record Hash(Setter setter, Secret password) implements DeviceEffect {}

    /// Answer [DeviceEvent.ConsentTimedOut] after that time.
    record AskFor(long number, Duration time) implements DeviceEffect {}

    /// Answer [DeviceEvent.AttemptsAged] after that time.
    record AgeAttempts(Duration time) implements DeviceEffect {}

    /// Scan, and answer [DeviceEvent.Scanned].
    record Scan(long question) implements DeviceEffect {}

    /// Answer `question`, then try that network for that time, so that the device goes back by itself even if
    /// this program ends; answer [DeviceEvent.TrialReached] or [DeviceEvent.TrialFailed], and
    /// [DeviceEvent.TrialTimedOut] after that time. Where the radio cannot go back, answer
    /// [DeviceEvent.TrialRefused] and do nothing.
    record Try(long trial, NetworkChange change, Duration time, long question) implements DeviceEffect {}

    /// Stay on the network of that trial; answer [DeviceEvent.TrialStayed].
    record Stay(long trial) implements DeviceEffect {}

    /// Go back to the network before that trial.
    record GoBack(long trial) implements DeviceEffect {}

    /// Answer [DeviceEvent.BlinkTimedOut] after that time.
    record BlinkFor(long blink, Duration time) implements DeviceEffect {}

    /// What somebody wants who offers a password.
    sealed interface Claim {
        /// The question that is answered in the end.
        long question();

        /// Where the asker is.
        InetAddress peer();

        /// To be trusted by that key.
        record Trust(long question, InetAddress peer, TrustedKey key) implements Claim {}

        /// To change the password.
        record NewPassword(Setter.Session setter, InetAddress peer, Secret next) implements Claim {
            @Override
            public long question() {
                return setter.question();
            }
        }
    }

    /// Who sets a new password.
    sealed interface Setter {
        /// The person at the panel: all keys stay trusted.
        record Person() implements Setter {}

        /// A manager.
        ///
        /// @param key by which the manager is known
        /// @param keepOthers whether other keys stay trusted
        record Session(long question, AccessId key, boolean keepOthers) implements Setter {}
    }
}
