package wifisetup.device;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/// Where those who come over the network ask, and wait for the answer. Any thread.
public final class FrontDesk {
    private final Consumer<? super DeviceEvent> device;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, CompletableFuture<Answer>> open = new ConcurrentHashMap<>();

    /// A desk that hands questions on to `device`.
    public FrontDesk(Consumer<? super DeviceEvent> device) {
        this.device = device;
    }

    /// Asks, and blocks until the answer is there. Whoever is interrupted has gone: the device is told.
    ///
    /// @param question makes the event from the question's number
    public Answer ask(LongFunction<? extends DeviceEvent.FromNetwork> question) throws InterruptedException {
        long number = numbers.incrementAndGet();
        var answer = new CompletableFuture<Answer>();
        open.put(number, answer);
        try {
            device.accept(question.apply(number));
            return answer.get();
        } catch (InterruptedException gone) {
            device.accept(new DeviceEvent.AskerGone(number));
            throw gone;
        } catch (ExecutionException impossible) {
            // Nobody completes it exceptionally.
            throw new IllegalStateException(impossible);
        } finally {
            open.remove(number);
        }
    }

    /// Tells what needs no answer.
    public void tell(DeviceEvent event) {
        device.accept(event);
    }

    /// Whether somebody waits for the answer to that question still.
    boolean isAwaited(long question) {
        return open.containsKey(question);
    }

    /// Answers that question, if somebody waits for it still.
    void answer(long question, Answer answer) {
        var waiting = open.get(question);
        if (waiting != null) {
            waiting.complete(answer);
        }
    }
}
