package wifisetup.platform.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// What there is one of, by its name.
record Facts(PlatformDatabase database) {
    Optional<String> get(String name) {
        return database.transact(connection -> get(connection, name));
    }

    void put(String name, String value) {
        database.transact(connection -> put(connection, name, value));
    }

    static Optional<String> get(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("SELECT value FROM fact WHERE name = ?")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    static int put(Connection connection, String name, String value) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT OR REPLACE INTO fact VALUES (?, ?)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            return statement.executeUpdate();
        }
    }
}
