package wifisetup;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.GatewayMemory;
import wifisetup.setup.file.DurableFile;

/// The gateway that commands to one platform are, so that it does not get to know another one with each
/// command. It is one command's at a time, because a platform has one session of a gateway: a command beside
/// it is a new gateway, for its run alone.
final class CommandGateway implements GatewayMemory, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CommandGateway.class.getName());

    /// Of the hash that tells the files of platforms apart: 64 bits.
    private static final int HASH_BYTES = 8;

    private final ConnectorConfiguration configured;
    private final Path file;
    private final Optional<FileChannel> held;

    /// @param directory where the gateway id is kept
    CommandGateway(Path directory, ConnectorConfiguration configured) {
        this.configured = configured;
        var name = "platform-command-" + hash(configured.host() + ":" + configured.port());
        this.file = directory.resolve(name + ".gid");
        this.held = hold(directory.resolve(name + ".lock"));
    }

    /// The configuration for the command.
    ConnectorConfiguration configuration() {
        return held.isPresent()
                ? configured
                : new ConnectorConfiguration(
                        configured.transport(),
                        configured.encrypted(),
                        configured.host(),
                        configured.port(),
                        configured.user(),
                        configured.password(),
                        Optional.empty(),
                        configured.tls(),
                        configured.limits(),
                        configured.log());
    }

    @Override
    public Optional<String> load() throws IOException {
        return held.isPresent() && Files.exists(file)
                ? Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    @Override
    public void store(String gateway) throws IOException {
        if (held.isPresent()) {
            DurableFile.replace(file, gateway + "\n");
        }
    }

    @Override
    public void close() {
        held.ifPresent(CommandGateway::release);
    }

    /// The gateway id's own file cannot be held: a new one takes its place when it is written.
    private static Optional<FileChannel> hold(Path lock) {
        try {
            Files.createDirectories(lock.toAbsolutePath().resolveSibling("."));
            var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isHeld(channel)) {
                return Optional.of(channel);
            }
            release(channel);
        } catch (IOException unfit) {
            LOG.log(Level.WARNING, "the gateway id of these commands cannot be kept: it ends with this one", unfit);
        }
        return Optional.empty();
    }

    private static boolean isHeld(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    private static void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException failure) {
            LOG.log(Level.DEBUG, "a lock did not close well", failure);
        }
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            // Each Java platform has it (MessageDigest's own documentation).
            throw new IllegalStateException(impossible);
        }
    }
}
