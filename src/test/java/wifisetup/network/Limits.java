package wifisetup.network;

import java.time.Duration;

/// How long each thing may take at most with one implementation, with a generous margin.
///
/// @param scan one scan
/// @param join a join that works
/// @param refusal a join with a wrong password
/// @param absence a join of a network that is not there
/// @param noAddress a join that gets no address
/// @param cancel from the wish to stop until the join has ended
/// @param notice until a change of the air shows in the status
public record Limits(
        Duration scan,
        Duration join,
        Duration refusal,
        Duration absence,
        Duration noAddress,
        Duration cancel,
        Duration notice) {}
