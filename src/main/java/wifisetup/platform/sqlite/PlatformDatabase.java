package wifisetup.platform.sqlite;

import java.io.IOException;
import java.io.Serial;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;

/// The file in which the connector keeps what must outlive the program, readable by its owner alone.
///
/// It is in SQLite's write-ahead mode and forces each change to the disk: what a method has done when it
/// returns is there after a kill or a power cut, and what was under way is there whole or not at all. One
/// program has it open at a time.
public final class PlatformDatabase implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PlatformDatabase.class.getName());
    private static final String BROKEN = ".broken";
    private static final int BUSY_MILLIS = 5_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Path file;
    private final Connection connection;

    private PlatformDatabase(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// Opens `file`, which is made if it is missing, and brings it to today's schema.
    ///
    /// @throws IOException if that cannot be: it is no database, or a newer version of this program has used it
    public static PlatformDatabase open(Path file) throws IOException {
        return open(file, Migrations.TODAY);
    }

    /// Opens `file` as [#open] does. One that is damaged is moved aside, to the same name and `.broken` (in place
    /// of one that was there before), and a new one is begun: for a program that would rather lose what it kept
    /// than never keep anything again.
    ///
    /// @throws IOException if that cannot be
    public static PlatformDatabase openOrReplace(Path file) throws IOException {
        try {
            return open(file);
        } catch (DamagedFileException damaged) {
            LOG.log(Level.ERROR, "a new file begins, the damaged one is now " + beside(file, BROKEN), damaged);
            moveAside(file);
            return open(file);
        }
    }

    /// SQLite's own two first: beside a new file they would be taken for that one's.
    private static void moveAside(Path file) throws IOException {
        for (String part : List.of("-wal", "-shm", "")) {
            Path from = beside(file, part);
            Path to = beside(file, BROKEN + part);
            Files.deleteIfExists(to);
            if (Files.exists(from)) {
                Files.move(from, to);
            }
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    static PlatformDatabase open(Path file, Migrations migrations) throws IOException {
        if (Files.notExists(file)) {
            // SQLite gives its own two files beside this one the same rights.
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        try {
            // Two programs would send the same events: the second one is told, and not by a message of months later.
            config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
            var database = new PlatformDatabase(file, config.createConnection("jdbc:sqlite:" + file));
            database.prepare(migrations);
            return database;
        } catch (SQLException unusable) {
            String message = file + ": expected a database of the connector: " + unusable.getMessage();
            throw isDamage(unusable) ? new DamagedFileException(message, unusable) : new IOException(message, unusable);
        }
    }

    /// The file is there, and is no database any longer.
    private static final class DamagedFileException extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        DamagedFileException(String message, SQLException cause) {
            super(message, cause);
        }
    }

    /// By SQLite's result code, without what an extended one has beyond its first byte.
    private static boolean isDamage(SQLException failure) {
        int code = failure.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /// Work on the connection.
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /// Does `work` as one transaction, after all work before it.
    ///
    /// @throws DatabaseException if it could not be done; nothing of it is left
    <T> T transact(Work<T> work) {
        lock.lock();
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException failed) {
            throw rolledBack(new DatabaseException(file + ": " + failed.getMessage(), failed));
        } catch (RuntimeException failed) {
            throw rolledBack(failed);
        } finally {
            lock.unlock();
        }
    }

    private <E extends RuntimeException> E rolledBack(E failure) {
        try {
            connection.rollback();
        } catch (SQLException notEvenThat) {
            failure.addSuppressed(notEvenThat);
        }
        return failure;
    }

    private void prepare(Migrations migrations) throws IOException, SQLException {
        try {
            connection.setAutoCommit(false);
            check();
            migrate(migrations);
        } catch (IOException | SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /// A damage that nobody looks for is met years later, at some event.
    private void check() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA quick_check(1)")) {
            String found = row.next() ? row.getString(1) : "nothing";
            if (!found.equals("ok")) {
                throw new SQLException(found, null, SQLiteErrorCode.SQLITE_CORRUPT.code);
            }
        }
    }

    private void migrate(Migrations migrations) throws IOException, SQLException {
        var steps = migrations.steps();
        int seen = version();
        if (seen > steps.size()) {
            throw new IOException(file + ": expected schema " + steps.size() + " or older, found " + seen
                    + ": a newer version of this program has used it");
        }
        for (int step = seen; step < steps.size(); step++) {
            try (var statement = connection.createStatement()) {
                for (String sql : steps.get(step)) {
                    statement.execute(sql);
                }
                statement.execute("PRAGMA user_version = " + (step + 1));
            }
            connection.commit();
        }
    }

    private int version() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA user_version")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /// Ends the use of the file. What is called afterwards throws.
    ///
    /// @throws DatabaseException if SQLite cannot end it well; nothing that was done is lost
    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new DatabaseException(file + ": " + failed.getMessage(), failed);
        } finally {
            lock.unlock();
        }
    }
}
