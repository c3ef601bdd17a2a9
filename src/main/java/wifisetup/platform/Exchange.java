package wifisetup.platform;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import wifisetup.loop.Timer;

/// Takes requests to the session of the moment, and gives each an answer in time. Any thread.
final class Exchange {
    private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

    /// Requests that may be without an answer at a time: what a program makes without end while the platform is
    /// slow must not fill the memory.
    private static final int MOST_UNANSWERED = 10_000;

    /// Bad Request (RFC 9110 section 15.5.1).
    private static final Message BAD_REQUEST = Message.of(400);

    /// Too Many Requests (RFC 6585 section 4).
    private static final Message TOO_MANY = Message.of(429);

    private final Supplier<Sessions.Now> now;
    private final Timer timer;
    private final Executor results;
    private final ChangeQueue changes;
    private final Semaphore unanswered = new Semaphore(MOST_UNANSWERED);

    /// @param results where programs are told the answers
    Exchange(Supplier<Sessions.Now> now, Timer timer, Executor results) {
        this.now = now;
        this.timer = timer;
        this.results = results;
        this.changes = new ChangeQueue(now, results);
    }

    /// Asks; the result is never an exception: it is [Message#EMPTY] without a connection, [Message#TIMED_OUT]
    /// after `timeout`, status 429 while too many others are without an answer, and 400 for what no session can
    /// carry.
    CompletableFuture<Message> ask(Request request, Duration timeout) {
        var answer = new CompletableFuture<Message>();
        var limit = timer.after(timeout, () -> answer.complete(Message.TIMED_OUT));
        if (!unanswered.tryAcquire()) {
            limit.cancel();
            return CompletableFuture.completedFuture(TOO_MANY);
        }
        var result = new CompletableFuture<Message>();
        var _ = answer.whenComplete((message, _) -> {
            limit.cancel();
            unanswered.release();
            result.completeAsync(() -> message, results);
        });
        // Given up by whoever asked.
        var _ = result.whenComplete((_, _) -> answer.complete(Message.EMPTY));
        var pending = new Pending(request, answer);
        switch (request) {
            case Request.Change _ -> changes.add(pending);
            case Request.Event _, Request.Response _ -> {
                if (now.get() instanceof Sessions.Now.Ready(var session)) {
                    pending.carryBy(session);
                } else {
                    answer.complete(Message.EMPTY);
                }
            }
        }
        return result;
    }

    /// There is another session, or none.
    void changed() {
        changes.proceed();
    }

    /// A request whose answer is awaited.
    record Pending(Request request, CompletableFuture<Message> answer) {
        /// Carries it by that session. What no session can carry is a bad request.
        void carryBy(Session session) {
            CompletableFuture<Message> sent;
            try {
                sent = session.request(request);
            } catch (RuntimeException unfit) {
                LOG.log(Level.WARNING, "a request cannot be made", unfit);
                answer.complete(BAD_REQUEST);
                return;
            }
            // Answered otherwise, by the end of its time for one: the session need not wait for it any longer.
            var _ = answer.whenComplete((_, _) -> sent.cancel(false));
            var _ = sent.whenComplete((message, failure) -> answer.complete(failure == null ? message : Message.EMPTY));
        }
    }
}
