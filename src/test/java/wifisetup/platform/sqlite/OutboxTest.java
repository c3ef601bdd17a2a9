package wifisetup.platform.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00.123456789Z");

    @TempDir
    private Path directory;

    @Test
    void whatCouldNotBeKeptIsCountedAsDropped() throws IOException {
        try (var database = open()) {
            var outbox = new Outbox(database, 2);
            outbox.missed(3);

            assertThat(outbox.dropped()).isEqualTo(new Outbox.Dropped(3, 3));
        }
    }

    @Test
    void eventsWaitInTheirOrderThroughARestart() throws IOException {
        try (var database = open()) {
            var outbox = new Outbox(database, 10);
            outbox.add(NOON, "a", "{\"n\": 1}");
            outbox.add(NOON.minusSeconds(60), "b", "{\"n\": 2}");
        }
        try (var database = open()) {
            assertThat(drain(new Outbox(database, 10)))
                    .containsExactly(
                            new Outbox.Entry(1, NOON, "a", "{\"n\": 1}"),
                            new Outbox.Entry(2, NOON.minusSeconds(60), "b", "{\"n\": 2}"));
        }
    }

    @Test
    void theOldestMakesRoomAndIsCountedUntilThatIsReported() throws IOException {
        try (var database = open()) {
            var outbox = new Outbox(database, 3);
            for (int i = 1; i <= 5; i++) {
                outbox.add(NOON, "s", String.valueOf(i));
            }
            assertThat(outbox.size()).isEqualTo(3);
            assertThat(outbox.dropped()).isEqualTo(new Outbox.Dropped(2, 2));
        }
        try (var database = open()) {
            var outbox = new Outbox(database, 3);
            outbox.add(NOON, "s", "6");
            outbox.reported(2);

            assertThat(outbox.dropped()).isEqualTo(new Outbox.Dropped(1, 3));
            assertThat(drain(outbox)).extracting(Outbox.Entry::data).containsExactly("4", "5", "6");
        }
    }

    @Test
    void aNumberNeverComesAgainEvenWhenNothingWaits() throws IOException {
        try (var database = open()) {
            var outbox = new Outbox(database, 3);
            outbox.remove(outbox.add(NOON, "s", "1"));
        }
        try (var database = open()) {
            assertThat(new Outbox(database, 3).add(NOON, "s", "2")).isEqualTo(2);
        }
    }

    @Test
    void aSmallerOutboxKeepsTheNewest() throws IOException {
        try (var database = open()) {
            var large = new Outbox(database, 5);
            for (int i = 1; i <= 5; i++) {
                large.add(NOON, "s", String.valueOf(i));
            }
            var small = new Outbox(database, 2);
            small.add(NOON, "s", "6");

            assertThat(small.dropped()).isEqualTo(new Outbox.Dropped(4, 4));
            assertThat(drain(small)).extracting(Outbox.Entry::data).containsExactly("5", "6");
        }
    }

    private PlatformDatabase open() throws IOException {
        return PlatformDatabase.open(directory.resolve("platform.db"));
    }

    private static List<Outbox.Entry> drain(Outbox outbox) {
        var drained = new ArrayList<Outbox.Entry>();
        for (var next = outbox.first(); next.isPresent(); next = outbox.first()) {
            drained.add(next.get());
            outbox.remove(next.get().number());
        }
        return drained;
    }
}
