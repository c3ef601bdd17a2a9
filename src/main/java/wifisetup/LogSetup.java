package wifisetup;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// The log: one line an event on standard error, where systemd's journal takes it.
final class LogSetup {
    /// This program's own loggers, which alone become talkative: libraries print what they handle.
    /// Those of the two buses print whole messages, JavaFX the text of every label and field, and
    /// passwords are among both. Kept here because the log's own registry forgets a logger, level
    /// and all, that nobody holds.
    private static final Logger OWN = Logger.getLogger(LogSetup.class.getPackageName());

    private LogSetup() {}

    /// Sets the log up.
    static void apply(Settings.LogLevel level) {
        LogManager.getLogManager().reset();
        var handler = new ConsoleHandler();
        handler.setFormatter(new Line());
        handler.setLevel(Level.ALL);
        var root = Logger.getLogger("");
        root.addHandler(handler);
        var wanted = julLevel(level);
        root.setLevel(wanted.intValue() > Level.WARNING.intValue() ? wanted : Level.WARNING);
        OWN.setLevel(wanted);
    }

    private static Level julLevel(Settings.LogLevel level) {
        return switch (level) {
            case ERROR -> Level.SEVERE;
            case WARN -> Level.WARNING;
            case INFO -> Level.INFO;
            case DEBUG -> Level.FINE;
            case TRACE -> Level.FINER;
        };
    }

    /// `time LEVEL logger: message`, and the cause below it. A message cannot begin a line of its own.
    private static final class Line extends Formatter {
        @Override
        public String format(LogRecord event) {
            String logger = String.valueOf(event.getLoggerName());
            String time =
                    DateTimeFormatter.ISO_INSTANT.format(event.getInstant().truncatedTo(ChronoUnit.MILLIS));
            String line = "%s %s %s: %s%n"
                    .formatted(
                            time,
                            word(event.getLevel()),
                            logger.substring(logger.lastIndexOf('.') + 1),
                            formatMessage(event).replaceAll("\\R", " "));
            var thrown = event.getThrown();
            if (thrown == null) {
                return line;
            }
            var trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace, true));
            return line + trace;
        }

        private static String word(Level level) {
            int value = level.intValue();
            if (value >= Level.SEVERE.intValue()) {
                return "ERROR";
            }
            if (value >= Level.WARNING.intValue()) {
                return "WARN";
            }
            return value >= Level.INFO.intValue() ? "INFO" : "DEBUG";
        }
    }
}
