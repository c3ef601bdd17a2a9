package wifisetup.network.portal;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// Takes the first bytes of an answer's body and refuses the rest, however long that is.
final class Beginning implements BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final int length;
    private Flow.Subscription subscription = new None();

    /// @param length how many bytes at most
    Beginning(int length) {
        this.length = length;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription granted) {
        subscription = granted;
        granted.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (var buffer : buffers) {
            while (buffer.hasRemaining() && received.size() < length) {
                received.write(buffer.get());
            }
        }
        if (received.size() < length) {
            subscription.request(1);
        } else {
            subscription.cancel();
            onComplete();
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(received.toByteArray());
    }

    /// What there is before there is a subscription.
    private static final class None implements Flow.Subscription {
        @Override
        public void request(long n) {
            // Nobody sends anything yet.
        }

        @Override
        public void cancel() {
            // Nobody sends anything yet.
        }
    }
}
