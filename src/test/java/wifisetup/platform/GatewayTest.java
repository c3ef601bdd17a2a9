package wifisetup.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import wifisetup.platform.FakeTransport.FakeSession;
import wifisetup.secret.Secret;

/// As whom a client comes to its platform.
class GatewayTest {
    private static final int LIMIT_SECONDS = 20;

    private final FakeTransport transport = new FakeTransport();
    private final Memory memory = new Memory();

    @Test
    void whatIsConfiguredHoldsWhileNothingIsRemembered() throws Exception {
        try (var _ = open(Optional.of("configured"))) {
            assertThat(session().gateway()).isEqualTo("configured");
        }
        assertThat(memory.kept).contains("configured");
    }

    @Test
    void whatIsRememberedComesBeforeWhatIsConfigured() throws Exception {
        memory.kept = Optional.of("remembered");

        try (var _ = open(Optional.of("configured"))) {
            assertThat(session().gateway()).isEqualTo("remembered");
        }
    }

    @Test
    void whatCannotBeStoredHoldsForTheRunAllTheSame() throws Exception {
        memory.failure = () -> new IOException("the disk is full");

        try (var client = open(Optional.empty())) {
            var first = session();
            first.lose();
            client.reconnect();
            var second = session();

            assertThat(second.gateway()).isEqualTo(first.gateway());
        }
    }

    @Test
    void aMemoryThatBreaksLeavesNoSessionBehind() throws Exception {
        memory.failure = () -> new IllegalStateException("the test's");

        FakeSession session;
        try (var client = open(Optional.empty())) {
            session = session();
            assertThat(client.add(new Device("lamp-1", "light", "Kitchen lamp")))
                    .isTrue();
        }

        assertThat(session.isOver()).isTrue();
        assertThat(transport.opened).isEmpty();
    }

    private PlatformClient open(Optional<String> configured) throws ConfigurationException {
        return PlatformClient.with(new DevicePool())
                .configuration(new ConnectorConfiguration(
                        "fake",
                        false,
                        "localhost",
                        1,
                        "user",
                        new Secret("password"),
                        configured,
                        TlsFiles.NONE,
                        Limits.DEFAULT,
                        LogSettings.DEFAULT))
                .transport(transport)
                .gateway(memory)
                .open();
    }

    private FakeSession session() throws InterruptedException {
        var session = transport.opened.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(session).isNotNull();
        return session;
    }

    /// Keeps one id, or breaks as the test says.
    private static final class Memory implements GatewayMemory {
        private volatile Optional<String> kept = Optional.empty();
        private volatile Supplier<? extends Exception> failure = () -> null;

        @Override
        public Optional<String> load() throws IOException {
            fail();
            return kept;
        }

        @Override
        public void store(String gateway) throws IOException {
            fail();
            kept = Optional.of(gateway);
        }

        private void fail() throws IOException {
            switch (failure.get()) {
                case null -> {}
                case IOException broken -> throw broken;
                case Exception broken -> throw new IllegalStateException(broken);
            }
        }
    }
}
