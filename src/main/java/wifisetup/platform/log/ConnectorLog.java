package wifisetup.platform.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import wifisetup.platform.LogSettings;

/// The log of the connector, as its configuration file wants it; a program's own loggers may share it.
///
/// ```java
/// try (var log = ConnectorLog.open(settings, Path.of("connector.log"))) {
///     Logger.getLogger("my.program").addHandler(log.handler());
/// }
/// ```
public final class ConnectorLog implements AutoCloseable {
    private static final String CONNECTOR = "wifisetup.platform";

    /// Held, because the log's own registry forgets a logger that nobody holds.
    private final Logger logger = Logger.getLogger(CONNECTOR);
    private final Handler handler;

    private ConnectorLog(Handler handler, Level level) {
        this.handler = handler;
        handler.setLevel(Level.ALL);
        logger.setLevel(level);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    /// Logs as `settings` say from now on: to `file`, a new one each day, or to standard error if that is not
    /// wanted.
    ///
    /// @throws IOException if the file cannot be written to
    public static ConnectorLog open(LogSettings settings, Path file) throws IOException {
        return open(settings, file, InstantSource.system(), ZoneId.systemDefault());
    }

    static ConnectorLog open(LogSettings settings, Path file, InstantSource clock, ZoneId zone) throws IOException {
        var handler = settings.rotating()
                ? new DailyFileHandler(file, settings.backups(), clock, zone)
                : new ConsoleHandler();
        handler.setFormatter(new LineFormatter(zone));
        return new ConnectorLog(
                handler,
                switch (settings.level()) {
                    case DEBUG -> Level.FINE;
                    case INFO -> Level.INFO;
                    case WARNING -> Level.WARNING;
                    case ERROR, CRITICAL -> Level.SEVERE;
                });
    }

    /// Where the connector's messages go: add it to a logger to see both in one place. It takes every level.
    public Handler handler() {
        return handler;
    }

    /// Ends it; the connector's messages go where they went before.
    @Override
    public void close() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
        handler.close();
    }
}
