package wifisetup.setup;

import java.time.Duration;
import java.util.List;
import wifisetup.loop.InOrder;

/// What the device's set-up wants done.
public sealed interface SetupEffect {
    /// Tell everybody these, in this order.
    ///
    /// @param to whose request they answer; [Asker#SELF] if nobody's
    record Announce(Asker to, List<Announcement> announcements) implements SetupEffect, InOrder {
        /// Keeps its own copy.
        public Announce {
            announcements = List.copyOf(announcements);
        }
    }

    /// Save this: what is announced after it is true even after a power cut.
    record Remember(Memory memory) implements SetupEffect, InOrder {}

    /// Answer [SetupEvent.TimeUp] with that number, after that time.
    record StartTimer(long timer, Duration delay) implements SetupEffect {}

    /// Write to the log.
    record Log(String message) implements SetupEffect {}
}
