package wifisetup.network.bus;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import wifisetup.loop.Cancellation;
import wifisetup.message.Message;
import wifisetup.network.Failure;

/// A request that waits for its one answer: the first that is given goes out, later ones are dropped. Any thread.
final class OpenRequest {
    private final Message message;
    private final NetworkRequest request;
    private final Consumer<? super Message> answers;
    private final Cancellation cancellation = new Cancellation();
    private final AtomicBoolean answered = new AtomicBoolean();

    /// A request by `message`, which `answers` takes the answer to.
    OpenRequest(Message message, NetworkRequest request, Consumer<? super Message> answers) {
        this.message = message;
        this.request = request;
        this.answers = answers;
    }

    NetworkRequest request() {
        return request;
    }

    /// The type of its message.
    String type() {
        return message.type();
    }

    /// Ends the work on it early.
    Cancellation cancellation() {
        return cancellation;
    }

    boolean isAnswered() {
        return answered.get();
    }

    void answer(Answer answer) {
        if (answered.compareAndSet(false, true)) {
            answers.accept(AnswerWriter.reply(message, answer));
        }
    }

    /// Answers with that failure and ends the work on it.
    void giveUp(Failure failure) {
        answer(Answer.failed(request, failure));
        cancellation.cancel();
    }
}
