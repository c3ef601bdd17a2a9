package wifisetup.device.platform;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import wifisetup.loop.Timer;
import wifisetup.platform.Message;
import wifisetup.platform.sqlite.Outbox;

/// Carries what waits in the outbox to the platform: one event after the other, each until it is confirmed.
///
/// An event that the platform confirmed is never sent again, unless the program was killed between the
/// confirmation and the disk; one whose confirmation was lost is sent again. Both have the number of the first
/// time, by which a platform that wants each event once tells them.
final class Courier {
    private static final System.Logger LOG = System.getLogger(Courier.class.getName());

    /// How long a platform is left alone that is there and does not take an event.
    static final Duration PAUSE = Duration.ofSeconds(15);

    /// Request Timeout, Too Early, Too Many Requests (RFC 9110, 15.5.9; RFC 8470; RFC 6585): another time.
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private final JsonMapper mapper = JsonMapper.shared();
    private final Outbox outbox;
    private final Line line;
    private final Timer timer;
    private final Runnable again;

    /// @param again asks for another [#deliver()], on its thread
    Courier(Outbox outbox, Line line, Timer timer, Runnable again) {
        this.outbox = outbox;
        this.line = line;
        this.timer = timer;
        this.again = again;
    }

    /// Sends what waits, until nothing does or the platform does not answer. One thread at a time.
    void deliver() throws InterruptedException {
        boolean goesOn = reportDropped();
        while (goesOn) {
            var next = outbox.first();
            goesOn = next.isPresent() && send(next.get());
        }
    }

    private boolean reportDropped() throws InterruptedException {
        long count = outbox.dropped();
        if (count == 0) {
            return true;
        }
        var report = new Report.EventsDropped(count);
        var answer = line.event(report.service(), report.data(), JsonNodeFactory.instance.nullNode());
        return settled(answer, report.service(), () -> outbox.reported(count));
    }

    private boolean send(Outbox.Entry entry) throws InterruptedException {
        var metadata = JsonNodeFactory.instance
                .objectNode()
                .put("number", entry.number())
                .put("at", entry.at().toString());
        var answer = line.event(entry.service(), mapper.readTree(entry.data()), metadata);
        return settled(answer, entry.service(), () -> outbox.remove(entry.number()));
    }

    /// @return whether to go on with the next one
    private boolean settled(Message answer, String service, Runnable done) {
        if (answer.isConfirmed()) {
            done.run();
            return true;
        }
        boolean never = answer.status() / 100 == 4 && !LATER.contains(answer.status());
        if (never) {
            // What it will never take must not keep all that comes after it.
            LOG.log(Level.WARNING, "the platform refuses an event {0} with {1}", service, answer.status());
            done.run();
            return true;
        }
        if (!answer.isEmpty()) {
            // It is there. Without a connection the next one comes back here.
            timer.after(PAUSE, again);
        }
        return false;
    }
}
