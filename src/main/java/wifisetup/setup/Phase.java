package wifisetup.setup;

import java.util.Optional;

/// What a set-up is at.
public sealed interface Phase {
    /// No set-up under way.
    record Idle() implements Phase {}

    /// Waiting until saved networks had their time to connect; set-up begins if they do not.
    ///
    /// @param timer the number of the timer that ends it
    record Grace(long timer) implements Phase {}

    /// The selection screen is up, or would be if there were a screen.
    ///
    /// @param trouble why the client before gave up, if that is why the screen is back
    record Selecting(Optional<Trouble> trouble) implements Phase {}

    /// A client is at work.
    record Working(ClientId active) implements Phase {}

    /// Why a client gave up.
    ///
    /// @param displayText the client, as people know it
    /// @param error its own words; may be empty
    record Trouble(String displayText, String error) {}
}
