package wifisetup.network;

/// How a join ended.
public sealed interface JoinOutcome permits Joined, Failure {}
