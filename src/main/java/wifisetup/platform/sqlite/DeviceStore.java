package wifisetup.platform.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import wifisetup.platform.Device;
import wifisetup.platform.DeviceDescription;
import wifisetup.platform.DeviceManager;

/// Keeps devices in a [PlatformDatabase], in the order in which they came. Any thread.
///
/// What is kept of a device is its [DeviceDescription]: one of a class that extends [Device] comes back as a plain one.
/// Each answer holds devices of its own, whose changes are kept by [#update].
public final class DeviceStore implements DeviceManager {
    private static final String ALL = """
            SELECT device.id, device.type, device.name, tag.id, tag.text
            FROM device LEFT JOIN tag ON tag.device = device.number""";
    private static final String ORDER = " ORDER BY device.number, tag.position";

    private final PlatformDatabase database;

    /// The devices of that database, which the caller closes.
    public DeviceStore(PlatformDatabase database) {
        this.database = database;
    }

    /// @throws DatabaseException if it cannot be kept
    @Override
    public void add(Device device) {
        var description = device.description();
        database.transact(connection -> {
            var known = number(connection, description.id());
            keep(connection, known.isPresent() ? known.getAsLong() : insert(connection, description), description);
            return description;
        });
    }

    /// @throws DatabaseException if it cannot be kept
    /// @throws IllegalArgumentException if none of its id is kept
    @Override
    public void update(Device device) {
        var description = device.description();
        database.transact(connection -> {
            long known = number(connection, description.id())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "device " + description.id() + ": expected a known one, found none"));
            keep(connection, known, description);
            return description;
        });
    }

    /// @throws DatabaseException if that cannot be kept
    @Override
    public void remove(String id) {
        database.transact(connection -> change(connection, "DELETE FROM device WHERE id = ?", id));
    }

    /// @throws DatabaseException if it cannot be read
    @Override
    public Optional<Device> get(String id) {
        return database.transact(connection -> {
            try (var query = connection.prepareStatement(ALL + " WHERE device.id = ?" + ORDER)) {
                query.setString(1, id);
                return read(query).stream().findFirst();
            }
        });
    }

    /// @throws DatabaseException if they cannot be read
    @Override
    public Collection<Device> devices() {
        return database.transact(connection -> {
            try (var query = connection.prepareStatement(ALL + ORDER)) {
                return read(query);
            }
        });
    }

    private static List<Device> read(PreparedStatement query) throws SQLException {
        SequencedMap<String, DeviceDescription> found = new LinkedHashMap<>();
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                String id = rows.getString(1);
                if (!found.containsKey(id)) {
                    tags = new LinkedHashMap<>();
                }
                String tag = rows.getString(4);
                if (tag != null) {
                    tags.put(tag, rows.getString(5));
                }
                found.put(id, new DeviceDescription(id, rows.getString(2), rows.getString(3), tags));
            }
        }
        return found.values().stream().map(Device::new).toList();
    }

    private static OptionalLong number(Connection connection, String id) throws SQLException {
        try (var query = connection.prepareStatement("SELECT number FROM device WHERE id = ?")) {
            query.setString(1, id);
            try (var rows = query.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static long insert(Connection connection, DeviceDescription device) throws SQLException {
        change(connection, "INSERT INTO device (id, type, name) VALUES (?, '', '')", device.id());
        return number(connection, device.id()).orElseThrow();
    }

    private static void keep(Connection connection, long number, DeviceDescription device) throws SQLException {
        change(
                connection,
                "UPDATE device SET type = ?, name = ? WHERE number = ?",
                device.type(),
                device.name(),
                number);
        change(connection, "DELETE FROM tag WHERE device = ?", number);
        int position = 0;
        for (var tag : device.tags().entrySet()) {
            change(connection, "INSERT INTO tag VALUES (?, ?, ?, ?)", number, position++, tag.getKey(), tag.getValue());
        }
    }

    private static int change(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
