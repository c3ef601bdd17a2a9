package wifisetup.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/// A file that somebody names and NetworkManager reads: as root, and from a directory of its own.
///
/// @param path as it was named
record ServiceFile(Path path) {
    /// Whether NetworkManager can read it, as far as one can tell from here. A private key is often root's alone, and
    /// the directory that holds it too: who is not root cannot tell, and leaves it to NetworkManager's own word.
    ///
    /// @param root whether this program runs as root
    boolean mayBeReadable(boolean root) {
        return !Files.isDirectory(path) && (!root || Files.isReadable(path));
    }

    /// The path as NetworkManager finds it.
    String text() {
        return path.toAbsolutePath().normalize().toString();
    }
}
