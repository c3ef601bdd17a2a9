package wifisetup.platform;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/// The connector's configuration file: sections `[CONNECTOR]` and `[LOGGER]` of `key = value` lines. It holds a
/// password, so its owner alone may read it. Any thread.
public final class ConnectorFile implements GatewayMemory {
    private static final System.Logger LOG = System.getLogger(ConnectorFile.class.getName());

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final String BLANK = """
            [CONNECTOR]
            # websocket or mqtt
            transport = websocket
            # yes: TLS, and the platform proves who it is; without it the password can be read on its way
            encryption = no
            # PEM files: who may vouch for the platform; our certificate and its key (PKCS #8), both or none
            #ca =
            #certificate =
            #private_key =
            host =
            port =
            user =
            password =
            # set when the platform is first reached
            gid =

            [LOGGER]
            # debug, info, warning, error or critical
            level = info
            # yes: to a file, a new one each day
            rotating_log = no
            rotating_log_backup_count = 14
            """;

    private final Path file;
    private final ReentrantLock writing = new ReentrantLock();

    /// The configuration in `file`.
    public ConnectorFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /// Where it is.
    public Path path() {
        return file;
    }

    /// What stands in the file. When there is none, a blank one is written, and what it lacks is complained
    /// about.
    ///
    /// @throws ConfigurationException naming file, line and key, if something is missing or wrong
    public ConnectorConfiguration read() throws ConfigurationException {
        var transports =
                TransportProvider.all().stream().map(TransportProvider::name).collect(Collectors.toUnmodifiableSet());
        return read(transports);
    }

    /// What stands in the file, where `transport` may be one of these.
    ConnectorConfiguration read(Set<String> transports) throws ConfigurationException {
        try {
            if (Files.notExists(file)) {
                OwnerOnlyFile.replace(file, BLANK);
                LOG.log(Level.INFO, "wrote a blank configuration to {0}", file);
            }
            closeToOthers();
            return new ConfigurationReader(ini(), file.resolveSibling("."), transports).read();
        } catch (IOException unreadable) {
            throw new ConfigurationException(file + ": cannot be read: " + unreadable, unreadable);
        }
    }

    @Override
    public Optional<String> load() throws IOException {
        try {
            return Optional.ofNullable(ini().entries().get(ConfigurationReader.GATEWAY))
                    .map(IniFile.Entry::value)
                    .filter(value -> !value.isEmpty());
        } catch (ConfigurationException malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        }
    }

    /// Writes the gateway id into the file: at once or not at all, and nothing else of the file changes.
    @Override
    public void store(String gateway) throws IOException {
        if (gateway.isBlank() || gateway.chars().anyMatch(Character::isISOControl)) {
            throw new IOException(file + ": gid: expected text of one line, found other");
        }
        writing.lock();
        try {
            OwnerOnlyFile.replace(file, ini().with(ConfigurationReader.GATEWAY, gateway));
        } catch (ConfigurationException malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        } finally {
            writing.unlock();
        }
    }

    private IniFile ini() throws IOException, ConfigurationException {
        return IniFile.parse(file.toString(), Files.readString(file));
    }

    private void closeToOthers() {
        try {
            var permissions = Files.getPosixFilePermissions(file);
            if (!OWNER_ONLY.containsAll(permissions)) {
                LOG.log(Level.WARNING, "{0} holds a password: it is closed to all but its owner now", file);
                permissions.retainAll(OWNER_ONLY);
                Files.setPosixFilePermissions(file, permissions);
            }
        } catch (IOException | UnsupportedOperationException failure) {
            LOG.log(Level.WARNING, file + " holds a password and cannot be closed to others", failure);
        }
    }
}
