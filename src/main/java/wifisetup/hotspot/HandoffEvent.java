package wifisetup.hotspot;

/// What can happen to the hand-off.
public sealed interface HandoffEvent {
    /// The client was activated: begin.
    record Opened(HotspotRequest request) implements HandoffEvent {}

    /// The client was deactivated: stop. A result stays until the person has seen it.
    record Closed() implements HandoffEvent {}

    /// The set-up is over because the device is online, perhaps by the very join that has not reported its end yet: as
    /// [Closed], but a join goes on.
    record Finished() implements HandoffEvent {}

    /// The person stops it.
    record Stop() implements HandoffEvent {}

    /// The person has seen the result.
    record Dismissed() implements HandoffEvent {}

    /// That session came further.
    record Reached(long session, HotspotState state) implements HandoffEvent {}

    /// That session ended.
    record Ended(long session, HotspotEnd end) implements HandoffEvent {}

    /// The pause after that session is over.
    record RetryDue(long session) implements HandoffEvent {}
}
