package wifisetup.device.platform;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import wifisetup.loop.Timer;
import wifisetup.platform.Message;
import wifisetup.platform.sqlite.Outbox;

/// Carries what waits in the outbox to the platform: one event after the other, each until it is confirmed.
///
/// At least once: an event is sent again if its confirmation was lost, came too late, or if the program ended
/// between the confirmation and the disk. It keeps the number of the first time, by which a platform that wants
/// each event once tells. What had to be dropped is reported by a count of all that ever were, which says as
/// much; an event that made room while its confirmation was under way is delivered, and counted there too.
final class Courier {
    private static final System.Logger LOG = System.getLogger(Courier.class.getName());

    /// How long a platform is left alone that is there and does not take an event.
    static final Duration PAUSE = Duration.ofSeconds(15);

    /// Bad Request, Content Too Large, Unprocessable Content (RFC 9110, 15.5.1, 15.5.14, 15.5.21): it is the
    /// event's own fault. With any other refusal somebody can do away: a right that is missing, a device type
    /// that is not known yet.
    private static final Set<Integer> NEVER = Set.of(400, 413, 422);

    /// Unauthorized, Forbidden, Not Found, Conflict (RFC 9110, 15.5.2, 15.5.4, 15.5.5, 15.5.10): the platform may
    /// not know the device, because it refused that too.
    private static final Set<Integer> UNKNOWN = Set.of(401, 403, 404, 409);

    private final JsonMapper mapper = JsonMapper.shared();
    private final Outbox outbox;
    private final Line line;
    private final Timer timer;
    private final Runnable again;
    private final Runnable anew;
    private Optional<Timer.Scheduled> retry = Optional.empty();
    private int complained;

    /// @param again asks for another [#deliver()], on its thread
    /// @param anew lets the platform know the device once more, and then asks for another [#deliver()]
    Courier(Outbox outbox, Line line, Timer timer, Runnable again, Runnable anew) {
        this.outbox = outbox;
        this.line = line;
        this.timer = timer;
        this.again = again;
        this.anew = anew;
    }

    /// Sends what waits, until nothing does or the platform does not take it. One thread at a time.
    void deliver() throws InterruptedException {
        retry.ifPresent(Timer.Scheduled::cancel);
        retry = Optional.empty();
        boolean goesOn = reportDropped();
        while (goesOn) {
            var next = outbox.first();
            goesOn = next.isPresent() && send(next.get());
        }
    }

    private boolean reportDropped() throws InterruptedException {
        var dropped = outbox.dropped();
        if (dropped.count() == 0) {
            return true;
        }
        var report = new Report.EventsDropped(dropped.count(), dropped.total());
        var answer = line.event(report.service(), report.data(), JsonNodeFactory.instance.nullNode());
        Runnable reported = () -> outbox.reported(dropped.count());
        return settled(answer, report.service(), reported, reported);
    }

    private boolean send(Outbox.Entry entry) throws InterruptedException {
        var metadata = JsonNodeFactory.instance
                .objectNode()
                .put("number", entry.number())
                .put("at", entry.at().toString());
        JsonNode data;
        try {
            data = mapper.readTree(entry.data());
        } catch (JacksonException broken) {
            LOG.log(Level.ERROR, "event " + entry.number() + " cannot be read, and is dropped", broken);
            outbox.drop(entry.number());
            return true;
        }
        var answer = line.event(entry.service(), data, metadata);
        return settled(answer, entry.service(), () -> outbox.remove(entry.number()), () -> outbox.drop(entry.number()));
    }

    /// @return whether to go on with the next one
    private boolean settled(Message answer, String service, Runnable confirmed, Runnable refused) {
        if (answer.isConfirmed()) {
            complained = 0;
            confirmed.run();
            return true;
        }
        if (NEVER.contains(answer.status())) {
            // What it will never take must not keep all that comes after it.
            LOG.log(Level.WARNING, "the platform refuses an event {0} with {1}", service, answer.status());
            refused.run();
            return true;
        }
        if (!answer.isEmpty()) {
            if (complained != answer.status()) {
                complained = answer.status();
                LOG.log(Level.WARNING, "the platform does not take an event {0}: {1}", service, answer.status());
            }
            // It is there. Without a connection the next one comes back here.
            retry = Optional.of(timer.after(PAUSE, UNKNOWN.contains(answer.status()) ? anew : again));
        }
        return false;
    }
}
