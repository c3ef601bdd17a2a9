package wifisetup.hotspot.portal;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.URI;

/// Lets every name that a phone asks for lead to the page, while the hotspot is open and never longer. Blocks; one
/// thread at a time.
public interface NameRedirect {
    /// Prepares it for the access point that is about to open at `gateway`.
    ///
    /// @throws IOException if names cannot be redirected; the page can still be opened by its address then
    void begin(Inet4Address gateway, URI page) throws IOException;

    /// Ends it, also what an earlier life of the program left behind.
    ///
    /// @throws IOException if it cannot be ended: other shared connections would be led astray
    void end() throws IOException;

    /// Asks for a name as a phone does.
    ///
    /// @return whether it leads to `gateway`
    boolean works(Inet4Address gateway) throws InterruptedException;
}
