package wifisetup.platform.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// Events on their way to the platform, in the order in which they happened, in a [PlatformDatabase]. Any thread.
///
/// What is [#add]ed is on the disk, and stays until it is [#remove]d because the platform confirmed it. When the outbox
/// is full the oldest event makes room, and is counted.
public final class Outbox {
    private static final String DROPPED = "dropped events";

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

    /// Keeps an event behind the others.
    ///
    /// @return its number
    /// @throws DatabaseException if it cannot be kept
    public long add(Instant at, String service, String data) {
        return database.transact(connection -> {
            long number = insert(connection, at, service, data);
            int removed = trim(connection);
            if (removed > 0) {
                Facts.put(connection, DROPPED, String.valueOf(dropped(connection) + removed));
            }
            return number;
        });
    }

    /// The event that is to be sent next.
    ///
    /// @throws DatabaseException if it cannot be read
    public Optional<Entry> first() {
        return database.transact(connection -> {
            try (var query = connection.prepareStatement(
                            "SELECT number, at, service, data FROM event ORDER BY number LIMIT 1");
                    var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(entry(rows)) : Optional.empty();
            }
        });
    }

    /// Forgets an event, because the platform has it.
    ///
    /// @throws DatabaseException if that cannot be kept: the event would be sent again
    public void remove(long number) {
        database.transact(connection -> {
            try (var statement = connection.prepareStatement("DELETE FROM event WHERE number = ?")) {
                statement.setLong(1, number);
                return statement.executeUpdate();
            }
        });
    }

    /// How many events wait.
    ///
    /// @throws DatabaseException if that cannot be read
    public int size() {
        return database.transact(Outbox::size);
    }

    /// How many events had to make room since that was reported last.
    ///
    /// @throws DatabaseException if that cannot be read
    public long dropped() {
        return database.transact(Outbox::dropped);
    }

    /// So many dropped events were reported to the platform: they count no more.
    ///
    /// @throws DatabaseException if that cannot be kept
    public void reported(long count) {
        database.transact(connection -> Facts.put(connection, DROPPED, String.valueOf(dropped(connection) - count)));
    }

    private static long insert(Connection connection, Instant at, String service, String data) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO event (at, service, data) VALUES (?, ?, ?) RETURNING number")) {
            statement.setString(1, at.toString());
            statement.setString(2, service);
            statement.setString(3, data);
            try (var rows = statement.executeQuery()) {
                return rows.getLong(1);
            }
        }
    }

    private int trim(Connection connection) throws SQLException {
        int tooMany = size(connection) - capacity;
        if (tooMany <= 0) {
            return 0;
        }
        try (var statement = connection.prepareStatement(
                "DELETE FROM event WHERE number IN (SELECT number FROM event ORDER BY number LIMIT ?)")) {
            statement.setInt(1, tooMany);
            return statement.executeUpdate();
        }
    }

    private static int size(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT count(*) FROM event");
                var rows = query.executeQuery()) {
            return rows.getInt(1);
        }
    }

    private static long dropped(Connection connection) throws SQLException {
        return Facts.get(connection, DROPPED).map(Long::parseLong).orElse(0L);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getLong(1), Instant.parse(row.getString(2)), row.getString(3), row.getString(4));
    }
}
