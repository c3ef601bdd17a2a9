package wifisetup.platform;

import java.io.IOException;
import java.util.Optional;

/// Remembers the gateway id by which a platform knows this client again. A [ConnectorFile] does.
public interface GatewayMemory {
    /// What was stored last, if anything was.
    ///
    /// @throws IOException if it cannot be read
    Optional<String> load() throws IOException;

    /// Remembers `gateway` from now on.
    ///
    /// @throws IOException if it cannot be kept; what was stored before is still there
    void store(String gateway) throws IOException;
}
