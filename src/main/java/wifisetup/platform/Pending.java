package wifisetup.platform;

import java.util.concurrent.CompletableFuture;

/// A request whose answer is awaited.
record Pending(Request request, CompletableFuture<Message> answer) {
    /// Carries it by that session.
    void carryBy(Session session) {
        var sent = session.request(request);
        // Answered otherwise, by the end of its time for one: the session need not wait for it any longer.
        var _ = answer.whenComplete((_, _) -> sent.cancel(false));
        var _ = sent.whenComplete((message, failure) -> answer.complete(failure == null ? message : Message.EMPTY));
    }
}
