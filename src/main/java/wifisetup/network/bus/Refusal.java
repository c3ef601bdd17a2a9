package wifisetup.network.bus;

import java.util.Optional;
import wifisetup.network.Failure;

/// A request that cannot be performed as it stands.
///
/// @param deed what was asked for
/// @param name the network, if at least that could be read
/// @param flaw what is missing or wrong: the field and what was expected
record Refusal(Deed deed, Optional<NetworkName> name, String flaw) implements Reading {
    /// What the asker is told.
    Answer answer() {
        return new Answer.Failed(deed, name, new Failure.Other(flaw));
    }
}
