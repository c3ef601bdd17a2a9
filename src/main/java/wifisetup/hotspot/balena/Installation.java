package wifisetup.hotspot.balena;

import java.nio.file.Path;

/// Whether and how wifi-connect can be run on this machine.
public sealed interface Installation {
    /// This program is root and runs it itself.
    ///
    /// @param program where it is
    record Direct(Path program) implements Installation {}

    /// The unit of systemd runs it.
    ///
    /// @param program where it is
    record ByUnit(Path program) implements Installation {}

    /// It cannot be run.
    ///
    /// @param reason why not, for the log
    record Unusable(String reason) implements Installation {}

    /// What this machine has.
    ///
    /// @param command the program: a name to be looked for, or a path
    static Installation find(String command) {
        return new InstallationSearch(command, Path.of("/"), System.getenv()).find();
    }
}
