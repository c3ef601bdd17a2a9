package wifisetup.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final FakeTransport transport = new FakeTransport();
    private final Sessions sessions = new Sessions(
            transport,
            new DevicePool(),
            new Forgetful(),
            Optional.empty(),
            new WatchedTimer(),
            RandomGenerator.getDefault(),
            new Silent());

    @Test
    void aLateEndOfASessionLeavesTheNextOneAlone() throws Exception {
        sessions.perform(new ConnectionEffect.Open(1), _ -> {});
        sessions.perform(new ConnectionEffect.Open(2), _ -> {});
        var first = transport.opened.take();
        var second = transport.opened.take();

        sessions.perform(new ConnectionEffect.End(1), _ -> {});
        assertThat(first.isOver()).isTrue();
        assertThat(sessions.now()).isEqualTo(new Sessions.Now.Ready(second));

        sessions.perform(new ConnectionEffect.End(2), _ -> {});
        assertThat(second.isOver()).isTrue();
        assertThat(sessions.now()).isEqualTo(new Sessions.Now.None());
    }

    @Test
    void aLateEndOfASessionLeavesTheNextAttemptAlone() throws Exception {
        var held = transport.holdingAttempts();
        var attempt = CompletableFuture.runAsync(() -> {
            try {
                sessions.perform(new ConnectionEffect.Open(2), _ -> {});
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
        var _ = transport.opening.take();

        sessions.perform(new ConnectionEffect.End(1), _ -> {});

        assertThat(sessions.now()).isEqualTo(new Sessions.Now.Opening());
        held.complete(null);
        attempt.join();
    }

    private static final class Forgetful implements GatewayMemory {
        @Override
        public Optional<String> load() {
            return Optional.empty();
        }

        @Override
        public void store(String gateway) {
            // The sessions have it.
        }
    }

    private static final class Silent implements Sessions.Program {
        @Override
        public void changed() {
            // Nobody asks for anything.
        }

        @Override
        public void received(Message command) {
            throw new AssertionError("a command");
        }

        @Override
        public void connected() {
            // The machine would say so.
        }

        @Override
        public void disconnected() {
            // The machine would say so.
        }

        @Override
        public void closed() {
            // The machine would say so.
        }
    }
}
