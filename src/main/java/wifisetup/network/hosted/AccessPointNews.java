package wifisetup.network.hosted;

import wifisetup.network.Failure;

/// What happens to the device's own access point while it is open.
public sealed interface AccessPointNews {
    /// That many stations are on it now. Where the system does not tell, there are no such news.
    record Stations(int count) implements AccessPointNews {}

    /// It is no longer there, though nobody closed it.
    ///
    /// @param failure why, as far as is known
    record Lost(Failure failure) implements AccessPointNews {}
}
