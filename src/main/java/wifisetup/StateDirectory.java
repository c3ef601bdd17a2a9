package wifisetup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Where a kiosk remembers that was not told where.
final class StateDirectory {
    private static final String NAME = "wifi-setup-kiosk";

    /// Where an installed kiosk remembers; systemd makes it for the unit (`StateDirectory=`).
    private static final Path INSTALLED = Path.of("/var/lib", NAME);

    private StateDirectory() {}

    /// The system's place, if this user may write there; else the user's own.
    static Path ofThisUser() {
        return of(INSTALLED, System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /// `installed`, if it can be written to or made; else the user's directory for state (XDG Base Directory
    /// Specification, `$XDG_STATE_HOME`).
    static Path of(Path installed, Map<String, String> environment, Path home) {
        Path there = Files.exists(installed) ? installed : installed.resolveSibling(".");
        if (Files.isDirectory(there) && Files.isWritable(there)) {
            return installed;
        }
        String own = environment.getOrDefault("XDG_STATE_HOME", "");
        // The specification: a path that is not absolute does not count.
        Path state = own.startsWith("/") ? Path.of(own) : home.resolve(".local/state");
        return state.resolve(NAME);
    }
}
