package wifisetup.platform;

/// What the configuration's section `[LOGGER]` says.
///
/// @param level the least severe level that is logged
/// @param rotating whether the log goes to a file that a new one replaces at midnight
/// @param backups how many of the replaced files are kept
public record LogSettings(Level level, boolean rotating, int backups) {
    /// What holds if nobody says otherwise.
    public static final LogSettings DEFAULT = new LogSettings(Level.INFO, false, 14);

    /// How severe an event is, in the words of the file.
    public enum Level {
        /// Each step.
        DEBUG,
        /// What happens.
        INFO,
        /// What may break.
        WARNING,
        /// What broke.
        ERROR,
        /// What ends the program.
        CRITICAL
    }
}
