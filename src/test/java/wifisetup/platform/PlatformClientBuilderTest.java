package wifisetup.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wifisetup.secret.Secret;

class PlatformClientBuilderTest {
    @ParameterizedTest
    @CsvSource({
        "false, platform.example.org, guess, 1",
        "false, 192.0.2.7, guess, 1",
        "false, 2001:db8::7, guess, 1",
        "true, platform.example.org, guess, 0",
        "false, platform.example.org, '', 0",
        "false, localhost, guess, 0",
        "false, 127.0.0.53, guess, 0",
        "false, ::1, guess, 0",
        "false, [::1], guess, 0",
    })
    void aPasswordThatLeavesTheMachineInClearIsWarnedOf(boolean encrypted, String host, String password, int warnings)
            throws Exception {
        var log = new Warnings();
        try (var _ = log.begin();
                var _ = PlatformClient.with(new DevicePool())
                        .configuration(configuration(encrypted, host, password))
                        .transport(new FakeTransport())
                        .open()) {
            assertThat(log.said).hasSize(warnings).allMatch(said -> said.contains("without encryption"));
            assertThat(log.said).noneMatch(said -> said.contains("guess"));
        }
    }

    private static ConnectorConfiguration configuration(boolean encrypted, String host, String password) {
        return new ConnectorConfiguration(
                "fake",
                encrypted,
                host,
                1,
                "alice",
                new Secret(password),
                Optional.empty(),
                TlsFiles.NONE,
                Limits.DEFAULT,
                LogSettings.DEFAULT);
    }

    /// What the builder says.
    private static final class Warnings extends Handler {
        private final List<String> said = new CopyOnWriteArrayList<>();
        private final Logger logger = Logger.getLogger(PlatformClientBuilder.class.getName());

        AutoCloseable begin() {
            logger.addHandler(this);
            return () -> logger.removeHandler(this);
        }

        @Override
        public void publish(LogRecord said) {
            if (said.getLevel().equals(Level.WARNING)) {
                this.said.add(said.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
