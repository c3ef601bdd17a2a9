package wifisetup.platform.sqlite;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Events on their way to the platform, in the order in which they happened, in a [PlatformDatabase]. Any
/// thread.
///
/// What is [#add]ed is on the disk, and stays until it is [#remove]d because the platform confirmed it. When
/// the outbox is full the oldest event makes room, and is counted; so is one that cannot be read any longer.
public final class Outbox {
    private static final System.Logger LOG = System.getLogger(Outbox.class.getName());
    private static final String DROPPED = "dropped events";
    private static final String TOTAL = "dropped events in all";

    private final PlatformDatabase database;
    private final int capacity;

    /// The outbox of that database, which the caller closes.
    ///
    /// @param capacity how many events it holds, 1 or more
    public Outbox(PlatformDatabase database, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("room for 1 event or more, found " + capacity);
        }
        this.database = database;
        this.capacity = capacity;
    }

    /// An event that waits.
    ///
    /// @param number rises from event to event and is never given again: who sees one twice can tell
    /// @param at when it happened, by the device's clock
    /// @param service the service of the device at which it happened
    /// @param data what is to be said of it, in JSON
    public record Entry(long number, Instant at, String service, String data) {}

    /// Events that nobody was told of.
    ///
    /// @param count how many since that was reported last
    /// @param total how many since the file was made
    public record Dropped(long count, long total) {}

    /// Keeps an event behind the others.
    ///
    /// @return its number
    /// @throws DatabaseException if it cannot be kept
    public long add(Instant at, String service, String data) {
        return database.transact(connection -> {
            long number = insert(connection, at, service, data);
            count(connection, trim(connection));
            return number;
        });
    }

    /// The event that is to be sent next.
    ///
    /// @throws DatabaseException if it cannot be read
    public Optional<Entry> first() {
        return database.transact(connection -> {
            try (var query =
                            connection.prepareStatement("SELECT number, at, service, data FROM event ORDER BY number");
                    var rows = query.executeQuery()) {
                while (rows.next()) {
                    try {
                        return Optional.of(entry(rows));
                    } catch (DateTimeException unreadable) {
                        LOG.log(
                                Level.ERROR,
                                "event " + rows.getLong(1) + " cannot be read, and is dropped",
                                unreadable);
                        count(connection, delete(connection, rows.getLong(1)));
                    }
                }
                return Optional.empty();
            }
        });
    }

    /// Forgets an event, because the platform has it.
    ///
    /// @throws DatabaseException if that cannot be kept: the event would be sent again
    public void remove(long number) {
        database.transact(connection -> delete(connection, number));
    }

    /// Gives an event up, which counts as dropped.
    ///
    /// @throws DatabaseException if that cannot be kept: the event would be sent again
    public void drop(long number) {
        database.transact(connection -> count(connection, delete(connection, number)));
    }

    /// So many events could not be kept, which counts as dropped.
    ///
    /// @throws DatabaseException if that cannot be kept either
    public void missed(int count) {
        database.transact(connection -> count(connection, count));
    }

    /// How many events wait.
    ///
    /// @throws DatabaseException if that cannot be read
    public int size() {
        return database.transact(Outbox::size);
    }

    /// How many events were dropped.
    ///
    /// @throws DatabaseException if that cannot be read
    public Dropped dropped() {
        return database.transact(connection -> new Dropped(number(connection, DROPPED), number(connection, TOTAL)));
    }

    /// So many dropped events were reported to the platform: they count no more.
    ///
    /// @throws DatabaseException if that cannot be kept
    public void reported(long count) {
        database.transact(connection -> add(connection, DROPPED, -count));
    }

    private static long insert(Connection connection, Instant at, String service, String data) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO event (at, service, data) VALUES (?, ?, ?) RETURNING number")) {
            statement.setString(1, at.toString());
            statement.setString(2, service);
            statement.setString(3, data);
            return only(statement);
        }
    }

    private int trim(Connection connection) throws SQLException {
        long tooMany = (long) size(connection) - capacity;
        if (tooMany <= 0) {
            return 0;
        }
        try (var statement = connection.prepareStatement(
                "DELETE FROM event WHERE number IN (SELECT number FROM event ORDER BY number LIMIT ?)")) {
            statement.setLong(1, tooMany);
            return statement.executeUpdate();
        }
    }

    private static int delete(Connection connection, long number) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM event WHERE number = ?")) {
            statement.setLong(1, number);
            return statement.executeUpdate();
        }
    }

    private static int size(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT count(*) FROM event")) {
            return Math.toIntExact(only(query));
        }
    }

    private static long only(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("expected one row, found none");
            }
            return rows.getLong(1);
        }
    }

    private static int count(Connection connection, int dropped) throws SQLException {
        return dropped == 0 ? 0 : add(connection, DROPPED, dropped) + add(connection, TOTAL, dropped);
    }

    private static int add(Connection connection, String fact, long more) throws SQLException {
        return Facts.put(connection, fact, String.valueOf(number(connection, fact) + more));
    }

    private static long number(Connection connection, String fact) throws SQLException {
        return Facts.get(connection, fact).map(Long::parseLong).orElse(0L);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getLong(1), Instant.parse(row.getString(2)), row.getString(3), row.getString(4));
    }
}
