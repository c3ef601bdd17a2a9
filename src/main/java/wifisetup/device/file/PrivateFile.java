package wifisetup.device.file;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A small file that its owner alone may read (mode 0600), and that a power cut leaves whole.
///
/// What the superuser writes of a device belongs to the owner of the directory: a device that is provisioned by
/// `sudo` runs as somebody else. Who may give nothing away keeps what he writes.
final class PrivateFile {
    private static final System.Logger LOG = System.getLogger(PrivateFile.class.getName());

    private PrivateFile() {}

    /// Makes the directory `directory`, for its owner alone (mode 0700), where it is missing.
    static void makeDirectory(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            Files.createDirectories(directory.toAbsolutePath().resolveSibling("."));
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            giveToOwnerOf(directory.toAbsolutePath().resolveSibling("."), directory);
        }
    }

    /// What `file` holds; none: it is not there. Whatever bytes are in it are read: what is no UTF-8 fits no
    /// format of ours anyway.
    ///
    /// @throws IOException if it is there and cannot be read at this moment
    static Optional<String> read(Path file) throws IOException {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    /// Opens `file` to write, and makes it where it is missing.
    static FileChannel open(Path file) throws IOException {
        var channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        giveToOwnerOf(file.toAbsolutePath().resolveSibling("."), file);
        return channel;
    }

    /// Replaces what `file` holds by `text`. The second file, which is renamed over the first, is never
    /// readable by others: it has its mode from the moment it is there.
    static void replace(Path file, String text) throws IOException {
        replace(file, text, written -> giveToOwnerOf(file.toAbsolutePath().resolveSibling("."), written));
    }

    /// As [#replace(Path, String)]; the file stays with whoever writes it.
    static void replaceForOneself(Path file, String text) throws IOException {
        replace(file, text, _ -> {});
    }

    private static void replace(Path file, String text, Consumer<Path> handOver) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            write(written, text);
            handOver.accept(written);
            move(written, file);
        } catch (IOException failed) {
            discard(written, failed);
            throw failed;
        }
    }

    private static void write(Path written, String text) throws IOException {
        Files.deleteIfExists(written);
        try (var channel = FileChannel.open(
                written,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void move(Path written, Path file) throws IOException {
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        try (var listing = FileChannel.open(file.toAbsolutePath().resolveSibling("."), StandardOpenOption.READ)) {
            listing.force(true);
        }
    }

    /// What was written may be a secret.
    private static void discard(Path written, IOException failed) {
        try {
            Files.deleteIfExists(written);
        } catch (IOException stuck) {
            failed.addSuppressed(stuck);
        }
    }

    /// Puts a file aside that holds something else than it should, so that nothing of it is lost; what was
    /// put aside before stays.
    ///
    /// @return where it is now
    static Path putAside(Path file) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
        for (int number = 2; Files.exists(aside); number++) {
            aside = file.resolveSibling(file.getFileName() + ".unreadable." + number);
        }
        return Files.move(file, aside);
    }

    private static void giveToOwnerOf(Path directory, Path made) {
        try {
            var owner = Files.getOwner(directory);
            if (!owner.equals(Files.getOwner(made))) {
                Files.setOwner(made, owner);
            }
        } catch (IOException kept) {
            // Only the superuser may give files away: chown(2), EPERM.
            LOG.log(Level.DEBUG, made + " stays with who made it", kept);
        }
    }
}
