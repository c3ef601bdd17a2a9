package wifisetup.device.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import wifisetup.loop.ManualTimer;
import wifisetup.platform.Message;
import wifisetup.platform.sqlite.Outbox;
import wifisetup.platform.sqlite.PlatformDatabase;

class CourierTest {
    private static final int OK = 200;

    @TempDir
    private Path directory;

    private final ManualTimer timer = new ManualTimer();
    private final List<String> heard = new ArrayList<>();
    private final Deque<Message> answers = new ArrayDeque<>();
    private PlatformDatabase database;
    private Outbox outbox;
    private Courier courier;
    private int wanted;
    private int wantedAnew;

    @BeforeEach
    void open() throws Exception {
        database = PlatformDatabase.open(directory.resolve("platform.db"));
        outbox = new Outbox(database, 3);
        courier = new Courier(outbox, this::answer, timer, () -> wanted++, () -> wantedAnew++);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWaitsIsSentInOrderAndForgottenWhenItIsConfirmed() throws Exception {
        record(1, 2);
        courier.deliver();

        assertThat(heard)
                .containsExactly(
                        "s {\"n\":1} {\"number\":1,\"at\":\"1970-01-01T00:00:01Z\"}",
                        "s {\"n\":2} {\"number\":2,\"at\":\"1970-01-01T00:00:02Z\"}");
        assertThat(outbox.size()).isZero();
    }

    @Test
    void withoutAConnectionEverythingWaitsForTheNextOne() throws Exception {
        record(1, 2);
        answers.add(Message.EMPTY);
        courier.deliver();

        assertThat(heard).hasSize(1);
        assertThat(outbox.size()).isEqualTo(2);
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void aPlatformThatDoesNotAnswerIsAskedAgainLaterAboutTheSameEvent() throws Exception {
        record(1, 2);
        answers.add(Message.TIMED_OUT);
        courier.deliver();
        timer.advance(Courier.PAUSE.minusMillis(1));
        assertThat(wanted).isZero();
        timer.advance(Duration.ofMillis(1));
        assertThat(wanted).isOne();
        answers.add(Message.of(503));
        courier.deliver();
        courier.deliver();

        assertThat(numbers()).containsExactly(1, 1, 1, 2);
    }

    @Test
    void anEventThatThePlatformNeverTakesKeepsNoOther() throws Exception {
        record(1, 2);
        answers.add(Message.of(400));
        courier.deliver();

        assertThat(numbers()).containsExactly(1, 2);
        assertThat(outbox.size()).isZero();
    }

    /// A right that was taken away by mistake, a device type that is not known yet: a person can put it right.
    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 409, 429, 500})
    void aRefusalThatAPersonCanUndoLosesNothing(int status) throws Exception {
        record(1, 2);
        answers.add(Message.of(status));
        courier.deliver();

        assertThat(outbox.size()).isEqualTo(2);
        timer.advance(Courier.PAUSE);
        assertThat(wanted + wantedAnew).isOne();
    }

    /// It may have refused the device itself before.
    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 409})
    void aPlatformThatMayNotKnowTheDeviceIsToldOfItAnew(int status) throws Exception {
        record(1);
        answers.add(Message.of(status));
        courier.deliver();
        timer.advance(Courier.PAUSE);

        assertThat(wantedAnew).isOne();
        assertThat(wanted).isZero();
    }

    @Test
    void anEventThatIsDroppedForARefusalIsCounted() throws Exception {
        record(1);
        answers.add(Message.of(413));
        courier.deliver();

        assertThat(outbox.dropped()).isEqualTo(new Outbox.Dropped(1, 1));
    }

    @Test
    void anEventThatIsNoJsonKeepsNoOther() throws Exception {
        outbox.add(Instant.EPOCH, "s", "{\"n\":");
        record(2);
        courier.deliver();

        assertThat(numbers()).containsExactly(2);
        assertThat(outbox.dropped()).isEqualTo(new Outbox.Dropped(1, 1));
    }

    @Test
    void howeverOftenItIsAskedToDeliverItWaitsOnce() throws Exception {
        record(1);
        for (int i = 0; i < 50; i++) {
            answers.add(Message.of(503));
            courier.deliver();
        }
        assertThat(timer.waiting()).isOne();
    }

    @Test
    void whatHadToMakeRoomIsReportedFirstAndOnce() throws Exception {
        record(1, 2, 3, 4, 5);
        answers.add(Message.of(503));
        courier.deliver();
        courier.deliver();
        courier.deliver();

        assertThat(heard.subList(0, 2)).containsOnly("events_dropped {\"count\":2,\"total\":2} null");
        assertThat(heard.subList(2, heard.size())).hasSize(3).allMatch(said -> said.startsWith("s "));
    }

    private void record(int... numbers) {
        for (int n : numbers) {
            outbox.add(Instant.ofEpochSecond(n), "s", "{\"n\":" + n + "}");
        }
    }

    private List<Integer> numbers() {
        return heard.stream()
                .map(said -> Integer.valueOf(said.replaceAll(".*\"number\":(\\d+).*", "$1")))
                .toList();
    }

    private Message answer(String service, JsonNode data, JsonNode metadata) {
        heard.add(service + " " + data + " " + metadata);
        return answers.isEmpty() ? Message.of(OK) : answers.remove();
    }
}
