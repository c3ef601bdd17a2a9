package wifisetup.device.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wifisetup.device.PlatformLink;
import wifisetup.platform.ConnectionFailure;
import wifisetup.platform.ConnectionState;

class LinkOfTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration PAUSE = Duration.ofSeconds(15);

    @Test
    void aPlatformThatIsBusyIsAwayAndNoStranger() {
        assertThat(link(new ConnectionFailure.Refused(503, "server busy"))).isEqualTo(new PlatformLink.Away(NOW.plus(PAUSE)));
    }

    @Test
    void whoDoesNotSpeakTheProtocolIsAStranger() {
        assertThat(link(new ConnectionFailure.NotUnderstood("no WebSocket")))
                .isEqualTo(new PlatformLink.Refused(NOW.plus(PAUSE), PlatformLink.Reason.FOREIGN));
    }

    private static PlatformLink link(ConnectionFailure why) {
        return LinkOf.of(new ConnectionState.Waiting(1, why, PAUSE), "platform.example.org", NOW);
    }
}
