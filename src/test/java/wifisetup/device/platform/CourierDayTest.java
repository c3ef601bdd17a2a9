package wifisetup.device.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import wifisetup.loop.ManualTimer;
import wifisetup.platform.Message;
import wifisetup.platform.sqlite.Outbox;
import wifisetup.platform.sqlite.PlatformDatabase;

/// A day of a link that comes and goes and of a program that ends in the middle of things, in fast time: each event
/// that was kept is either confirmed or counted as dropped.
class CourierDayTest {
    private static final Duration DAY = Duration.ofHours(24);
    private static final long SEED = 20180704;
    private static final int CAPACITY = 10;

    @TempDir
    private Path directory;

    private final Random random = new Random(SEED);
    private final ManualTimer timer = new ManualTimer();
    private final List<Long> received = new ArrayList<>();
    private final Set<Long> confirmed = new HashSet<>();
    private PlatformDatabase database;
    private Outbox outbox;
    private Courier courier;
    private boolean linked;
    private boolean faultless;
    private long reported;
    private int recorded;
    private int runs;
    private int outages;

    @BeforeEach
    void begin() throws Exception {
        database = PlatformDatabase.open(directory.resolve("platform.db"));
        outbox = new Outbox(database, CAPACITY);
        int run = ++runs;
        Runnable again = () -> {
            // What an ended program was waiting for ended with it.
            if (run == runs) {
                deliver();
            }
        };
        courier = new Courier(outbox, this::answer, timer, again, again);
    }

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void eachEventOfADayIsConfirmedOrCountedAsDropped() {
        while (timer.now().compareTo(DAY) < 0) {
            int chance = random.nextInt(100);
            if (chance < 5) {
                restart();
            } else if (chance < (linked ? 15 : 10)) {
                linked = !linked;
                outages += linked ? 0 : 1;
            } else {
                recorded++;
                outbox.add(Instant.EPOCH.plus(timer.now()), "s", String.valueOf(recorded));
            }
            deliver();
            timer.advance(Duration.ofSeconds(random.nextInt(200)));
        }
        linked = true;
        faultless = true;
        deliver();

        assertThat(outbox.size()).isZero();
        assertThat(outbox.dropped()).isEqualTo(new Outbox.Dropped(0, reported));
        assertThat(confirmed.size() + reported).isEqualTo(recorded);
        assertThat(received).as("in order, also what comes twice").isSorted();
        assertThat(new HashSet<>(received)).containsAll(confirmed);
        assertThat(List.of(recorded, runs, outages))
                .as("a day in which something happens")
                .zipSatisfy(
                        List.of(400, 20, 10),
                        (found, least) -> assertThat(found).isGreaterThan(least));
        assertThat(reported).isPositive();
        assertThat(received.size()).as("some come twice").isGreaterThan(new HashSet<>(received).size());
    }

    private void deliver() {
        try {
            courier.deliver();
        } catch (InterruptedException killed) {
            restart();
        }
    }

    private void restart() {
        database.close();
        try {
            begin();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private Message answer(String service, JsonNode data, JsonNode metadata) throws InterruptedException {
        if (!linked) {
            return Message.EMPTY;
        }
        int chance = faultless ? 99 : random.nextInt(100);
        if (chance < 10) {
            // Lost on the way there.
            linked = false;
            outages++;
            return Message.EMPTY;
        }
        boolean isReport = service.equals("events_dropped");
        if (!isReport) {
            received.add(metadata.path("number").longValue());
        }
        if (chance < 15) {
            throw new InterruptedException("the program is killed before the confirmation is on its disk");
        }
        if (chance < 25) {
            return Message.TIMED_OUT;
        }
        if (chance < 35) {
            return Message.of(503);
        }
        if (isReport) {
            reported = data.path("total").longValue();
        } else {
            confirmed.add(metadata.path("number").longValue());
        }
        return Message.of(Message.OK);
    }
}
