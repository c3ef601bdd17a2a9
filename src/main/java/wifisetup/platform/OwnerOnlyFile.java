package wifisetup.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A small text file that its owner alone can read, and that a power cut leaves whole.
final class OwnerOnlyFile {
    private OwnerOnlyFile() {}

    /// Replaces what `file` holds by `text`: writes a second file with mode 0600, forces it to the disk, and renames
    /// it over the first. A symbolic link stays one, and the file stays its owner's.
    ///
    /// @throws IOException if that fails, for one because the file is somebody else's and we may not give one
    ///     away; the old text is there still
    static void replace(Path file, String text) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path directory = target.toAbsolutePath().resolveSibling(".").normalize();
        Files.createDirectories(directory);
        Path written = target.resolveSibling(target.getFileName() + ".new");
        Files.deleteIfExists(written);
        try {
            write(written, text);
            if (Files.exists(target)) {
                giveTo(Files.readAttributes(target, PosixFileAttributes.class), written);
            }
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(written);
            throw failure;
        }
        try (var listing = FileChannel.open(directory, StandardOpenOption.READ)) {
            listing.force(true);
        }
    }

    private static void write(Path written, String text) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                FileChannel.open(written, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /// A program that was tried as root once must not lock its own service out.
    private static void giveTo(PosixFileAttributes before, Path written) throws IOException {
        var view = Files.getFileAttributeView(written, PosixFileAttributeView.class);
        var now = view.readAttributes();
        if (!now.group().equals(before.group())) {
            view.setGroup(before.group());
        }
        if (!now.owner().equals(before.owner())) {
            view.setOwner(before.owner());
        }
    }
}
