package wifisetup.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Scene;

/// JavaFX for tests: started once in this JVM, its thread reached by calls that wait.
final class Fx {
    private static final AtomicBoolean STARTED = new AtomicBoolean();
    private static final long SECONDS = 30;
    private static final int PULSES = 3;

    private Fx() {}

    static void start() throws Exception {
        if (STARTED.compareAndSet(false, true)) {
            var up = new CompletableFuture<Void>();
            try {
                Platform.startup(() -> up.complete(null));
            } catch (IllegalStateException running) {
                // Another test class of this JVM was first.
                Platform.runLater(() -> up.complete(null));
            }
            Platform.setImplicitExit(false);
            up.get(SECONDS, TimeUnit.SECONDS);
        }
    }

    static <T> T get(Callable<T> work) throws Exception {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        return done.get(SECONDS, TimeUnit.SECONDS);
    }

    /// Waits until the scene has been laid out and drawn: the first pulse tells each node its size, the next ones let
    /// styles follow from sizes.
    static void settle(Scene scene) throws Exception {
        var settled = new CompletableFuture<Void>();
        Platform.runLater(() -> scene.addPostLayoutPulseListener(new Runnable() {
            private int pulses;

            @Override
            public void run() {
                pulses++;
                if (pulses < PULSES) {
                    Platform.requestNextPulse();
                } else {
                    scene.removePostLayoutPulseListener(this);
                    settled.complete(null);
                }
            }
        }));
        Platform.runLater(Platform::requestNextPulse);
        settled.get(SECONDS, TimeUnit.SECONDS);
    }

    static void run(Runnable work) throws Exception {
        get(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }
}
