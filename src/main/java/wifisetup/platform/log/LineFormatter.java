package wifisetup.platform.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/// `2026-06-01T12:00:00.123+02:00 WARNING logger: message`, and the cause below it. A message cannot begin a line of
/// its
/// own.
final class LineFormatter extends Formatter {
    private final ZoneId zone;

    LineFormatter(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String format(LogRecord event) {
        String time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                event.getInstant().truncatedTo(ChronoUnit.MILLIS).atZone(zone));
        String line = time + " " + word(event.getLevel()) + " " + event.getLoggerName() + ": "
                + formatMessage(event).replaceAll("\\R", " ") + System.lineSeparator();
        var thrown = event.getThrown();
        if (thrown == null) {
            return line;
        }
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return line + trace;
    }

    /// The words of the configuration file.
    private static String word(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (value >= Level.WARNING.intValue()) {
            return "WARNING";
        }
        return value >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }
}
