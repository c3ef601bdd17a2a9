package wifisetup.network;

import java.util.Optional;

/// The port to whoever can tell where a network's sign-in page is (a captive portal, RFC 8952).
@FunctionalInterface
public interface SignInPage {
    /// Looks for the page of the network that the device is on. It blocks, for some seconds at most.
    ///
    /// @return its address, an `http` or `https` URI; empty if none was found, also when nothing stands in the way
    Optional<String> find() throws InterruptedException;
}
