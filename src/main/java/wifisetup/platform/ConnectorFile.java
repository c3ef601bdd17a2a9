package wifisetup.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The connector's configuration file: sections `[CONNECTOR]` and `[LOGGER]` of `key = value` lines.
public final class ConnectorFile implements GatewayMemory {
    private final Path file;

    /// The configuration in `file`.
    public ConnectorFile(Path file) {
        this.file = file;
    }

    /// What stands in the file. When there is none, a blank one is written, which its owner alone can read.
    ///
    /// @throws ConfigurationException naming file, line and key, if something is missing or wrong
    public ConnectorConfiguration read() throws ConfigurationException {
        throw new UnsupportedOperationException(file.toString());
    }

    @Override
    public Optional<String> load() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void store(String gateway) throws IOException {
        throw new UnsupportedOperationException();
    }
}
