package wifisetup.network;

/// The device is on the network and the profile is kept.
public record Joined(Link.Up link, Connectivity connectivity) implements JoinOutcome {}
