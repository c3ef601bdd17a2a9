package wifisetup.network.bus;

/// What a message to the network service comes to.
sealed interface Reading permits NetworkRequest, Refusal {}
