package wifisetup.hotspot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each system's look for the internet opens its sign-in window.
class ProbeTest {
    private final FakeDesk desk = new FakeDesk();
    private PortalTrial trial;

    @BeforeEach
    void open() throws Exception {
        trial = new PortalTrial(desk);
    }

    @AfterEach
    void close() {
        trial.close();
    }

    static List<Probe> probes() {
        return Probe.KNOWN;
    }

    @ParameterizedTest
    @MethodSource("probes")
    void theSystemIsSentToThePage(Probe probe) throws Exception {
        for (String host : List.of(probe.host(), PortalTrial.HOST)) {
            if (host.equals(PortalTrial.HOST) && probe.path().equals("/")) {
                continue;
            }
            for (String path : List.of(probe.path(), probe.path() + "?t=1")) {
                var reply = trial.phone().says("Host", host).get(path);
                assertThat(reply.status()).isEqualTo(302);
                assertThat(reply.header("Location")).contains("http://192.168.42.1/");
                assertThat(reply.body())
                        .contains("<a href=\"http://192.168.42.1/\"")
                        .doesNotContain(probe.expected());
                assertThat(trial.phone().says("Host", host).head(path).status()).isEqualTo(302);
            }
        }
        assertThat(desk.visits).hasValue(0);
    }

    @Test
    void anyOtherPageOfAnyOtherNameLeadsToThePageToo() throws Exception {
        var reply = trial.phone().says("Host", "example.org").get("/deep/path?x=1");
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }
}
