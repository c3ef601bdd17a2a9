package wifisetup.platform.sqlite;

import java.io.Serial;
import java.sql.SQLException;

/// The file could not be read or written: the disk is full or broken, or the file is closed.
public final class DatabaseException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    DatabaseException(String message, SQLException cause) {
        super(message, cause);
    }
}
