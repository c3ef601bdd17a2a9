package wifisetup.join;

import java.time.Instant;
import wifisetup.network.Failure;

/// How fresh the list of networks is.
public sealed interface Listing {
    /// There was no scan yet.
    record Never() implements Listing {}

    /// A scan is under way.
    record Scanning() implements Listing {}

    /// The list is of that moment.
    record Complete(Instant at) implements Listing {}

    /// The scan failed; the list is what was known before.
    record Failed(Failure failure) implements Listing {}
}
