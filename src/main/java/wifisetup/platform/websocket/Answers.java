package wifisetup.platform.websocket;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import wifisetup.platform.Message;
import wifisetup.platform.TransportException;

/// The answers that are awaited, by their tokens. Any thread.
final class Answers {
    private final Map<String, CompletableFuture<Message>> awaited = new ConcurrentHashMap<>();
    private volatile @Nullable TransportException end;

    /// Awaits the answer with that token, until it comes or somebody completes the result otherwise.
    CompletableFuture<Message> await(String token) {
        var answer = new CompletableFuture<Message>();
        awaited.put(token, answer);
        var _ = answer.whenComplete((_, _) -> awaited.remove(token, answer));
        var over = end;
        if (over != null) {
            answer.completeExceptionally(over);
        }
        return answer;
    }

    /// An answer has come; says whether somebody waited for it.
    boolean arrived(Envelope envelope) {
        var answer = awaited.get(envelope.token());
        return answer != null
                && answer.complete(
                        new Message(envelope.status(), envelope.contentType(), envelope.payload(), envelope.token()));
    }

    /// No further answer comes.
    void end(TransportException why) {
        end = why;
        List.copyOf(awaited.values()).forEach(answer -> answer.completeExceptionally(why));
    }
}
