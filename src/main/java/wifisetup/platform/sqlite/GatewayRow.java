package wifisetup.platform.sqlite;

import java.io.IOException;
import java.util.Optional;
import wifisetup.platform.GatewayMemory;

/// Remembers the gateway id in a [PlatformDatabase]. Any thread.
public final class GatewayRow implements GatewayMemory {
    private static final String NAME = "gateway";

    private final Facts facts;

    /// The gateway id of that database, which the caller closes.
    public GatewayRow(PlatformDatabase database) {
        this.facts = new Facts(database);
    }

    @Override
    public Optional<String> load() throws IOException {
        try {
            return facts.get(NAME);
        } catch (DatabaseException unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public void store(String gateway) throws IOException {
        try {
            facts.put(NAME, gateway);
        } catch (DatabaseException full) {
            throw new IOException(full.getMessage(), full);
        }
    }
}
