package wifisetup.device.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wifisetup.device.PlatformLink;
import wifisetup.platform.ConnectionFailure;
import wifisetup.platform.ConnectionState;

class LinkOfTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Instant NEXT = NOW.plus(PAUSE);

    @Test
    void aPlatformThatIsBusyIsAwayAndOneThatRefusesDoesNotWantThisDevice() {
        assertThat(waiting(new ConnectionFailure.Refused(503, "server busy"))).isEqualTo(new PlatformLink.Away(NEXT));
        assertThat(waiting(new ConnectionFailure.Refused(429, "quota"))).isEqualTo(new PlatformLink.Away(NEXT));
        assertThat(waiting(new ConnectionFailure.Refused(403, "subscription")))
                .isEqualTo(new PlatformLink.Refused(NEXT, PlatformLink.Reason.NOT_AUTHORIZED));
    }

    @Test
    void aBrokenLineIsNoDistrust() {
        assertThat(waiting(new ConnectionFailure.Lost("TLS: terminated"))).isEqualTo(new PlatformLink.Away(NEXT));
        assertThat(waiting(new ConnectionFailure.NotTrusted("of another host")))
                .isEqualTo(new PlatformLink.Refused(NEXT, PlatformLink.Reason.UNTRUSTED));
        assertThat(waiting(new ConnectionFailure.NotUnderstood("no TLS")))
                .isEqualTo(new PlatformLink.Refused(NEXT, PlatformLink.Reason.FOREIGN));
    }

    private static PlatformLink waiting(ConnectionFailure why) {
        return LinkOf.of(new ConnectionState.Waiting(1, why, PAUSE), "host", NOW);
    }
}
