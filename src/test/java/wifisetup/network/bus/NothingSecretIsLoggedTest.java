package wifisetup.network.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Cancellation;
import wifisetup.network.ForwardingWifi;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;

/// The whole log, at every level, while passwords come in by every way there is.
class NothingSecretIsLoggedTest {
    private static final String SECRET = "needle-in-a-haystack";

    /// Held, because the log's own registry forgets a logger that nobody holds.
    private final Logger own = Logger.getLogger("wifisetup");

    private final Log log = new Log();

    @BeforeEach
    void listen() {
        own.setLevel(Level.ALL);
        own.addHandler(log);
    }

    @AfterEach
    void leave() {
        own.removeHandler(log);
        own.setLevel(null);
    }

    @Test
    void noPasswordIsInTheLogWhateverHappensToIt() throws Exception {
        try (var trial = new NetworkTrial()) {
            for (String data : List.of(
                    "{\"connection_name\":\"HomeNet\",\"password\":\"@\"}",
                    "{\"connection_name\":\"HomeNet\",\"password\":[\"@\"]}",
                    "{\"connection_name\":\"CafeOpen\",\"password\":\"@\"}",
                    "{\"connection_name\":\"Nowhere\",\"password\":\"@\"}",
                    "{\"password\":\"@\"}",
                    "{\"connection_name\":\"CorpNet\",\"identity\":\"alice\",\"password\":\"@\"}",
                    "{\"connection_name\":\"CorpNet\",\"identity\":\"alice\",\"password\":\"@\",\"any_server\":true}",
                    "{\"connection_name\":\"CorpNet\",\"identity\":\"alice\",\"password\":\"@\",\"eap\":\"@\"}",
                    "{\"connection_name\":\"CorpNet\",\"identity\":\"alice\",\"eap\":\"tls\",\"client_cert\":\"/c\","
                            + "\"private_key\":\"/k\",\"private_key_password\":\"@\",\"any_server\":true}")) {
                trial.ask("connect", data.replace("@", SECRET));
                trial.ask("reconnect", data.replace("@", SECRET));
                trial.ask("set.backend", data.replace("@", SECRET));
            }
        }

        assertThat(log.lines).as("something was logged").isNotEmpty();
        assertThat(log.lines).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void noPasswordIsInTheReportOfADefect() throws Exception {
        try (var trial = new NetworkTrial(wifi -> new ForwardingWifi(wifi) {
            @Override
            public JoinOutcome join(
                    JoinRequest request, Cancellation cancellation, Consumer<? super JoinStage> progress) {
                throw new IllegalStateException("cannot join " + request);
            }
        })) {
            trial.ask("connect", "{\"connection_name\":\"HomeNet\",\"password\":\"" + SECRET + "\"}");
        }

        assertThat(log.lines).anyMatch(line -> line.contains("cannot join"));
        assertThat(log.lines).noneMatch(line -> line.contains(SECRET));
    }

    private static final class Log extends Handler {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord event) {
            var line = new StringWriter();
            line.append(formatter.formatMessage(event));
            if (event.getThrown() != null) {
                event.getThrown().printStackTrace(new PrintWriter(line, true));
            }
            lines.add(line.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
