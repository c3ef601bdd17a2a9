package wifisetup.platform.sqlite;

import java.util.List;

/// The schema, as the steps that lead to it. A file remembers how many of them it has seen (`PRAGMA
/// user_version`); a step that was ever released is never changed, another one follows it.
///
/// @param steps each some statements
record Migrations(List<List<String>> steps) {
    /// The steps to the schema of today.
    static final Migrations TODAY = new Migrations(List.of(
            List.of("""
                    CREATE TABLE device (
                        number INTEGER PRIMARY KEY,
                        id TEXT NOT NULL UNIQUE,
                        type TEXT NOT NULL,
                        name TEXT NOT NULL) STRICT""", """
                    CREATE TABLE tag (
                        device INTEGER NOT NULL REFERENCES device (number) ON DELETE CASCADE,
                        position INTEGER NOT NULL,
                        id TEXT NOT NULL,
                        text TEXT NOT NULL,
                        PRIMARY KEY (device, position)) STRICT, WITHOUT ROWID"""),
            // AUTOINCREMENT: the number of an event that was sent and forgotten never comes again.
            List.of("""
                    CREATE TABLE event (
                        number INTEGER PRIMARY KEY AUTOINCREMENT,
                        at TEXT NOT NULL,
                        service TEXT NOT NULL,
                        data TEXT NOT NULL) STRICT""", """
                    CREATE TABLE fact (
                        name TEXT PRIMARY KEY,
                        value TEXT NOT NULL) STRICT, WITHOUT ROWID""")));
}
