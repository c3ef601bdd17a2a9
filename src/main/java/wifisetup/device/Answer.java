package wifisetup.device;

import java.time.Duration;
import java.util.List;
import wifisetup.network.Network;

/// What the device answers to whoever wants to manage it.
public sealed interface Answer {
    /// It is done, and lasts.
    record Done() implements Answer {}

    /// These keys are trusted.
    record Trust(List<TrustedKey> keys) implements Answer {
        /// Keeps its own copy.
        public Trust {
            keys = List.copyOf(keys);
        }
    }

    /// These networks are in the air.
    record Networks(List<Network> networks) implements Answer {
        /// Keeps its own copy.
        public Networks {
            networks = List.copyOf(networks);
        }
    }

    /// The asker may not: the key is not trusted, or not any more; the password is wrong; the person at the
    /// panel said no.
    record NotAuthorized() implements Answer {}

    /// No password is taken from the asker's address for that time.
    record Waiting(Duration left) implements Answer {}

    /// The device has no password, and so takes none.
    record NoPassword() implements Answer {}

    /// What was asked for cannot be.
    record Unfit() implements Answer {}

    /// There is no such thing.
    record NotFound() implements Answer {}

    /// It was not done, though it could have been.
    record Failed() implements Answer {}
}
