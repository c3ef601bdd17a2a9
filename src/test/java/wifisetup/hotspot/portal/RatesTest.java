package wifisetup.hotspot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RatesTest {
    private Instant now = Instant.parse("2026-01-01T10:00:00Z");
    private final Rates rates = new Rates(() -> now);

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() throws Exception {
        var phone = address(1);
        for (int i = 0; i < 6; i++) {
            assertThat(rates.change(phone)).isEmpty();
        }
        assertThat(rates.change(phone)).contains(Duration.ofSeconds(5));
        now = now.plusSeconds(4);
        assertThat(rates.change(phone)).contains(Duration.ofSeconds(1));
        now = now.plusSeconds(1);
        assertThat(rates.change(phone)).isEmpty();
        assertThat(rates.change(phone)).isPresent();
    }

    @Test
    void onePhonesFloodUsesUpNothingOfAnothers() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            rates.read(address(1));
        }
        assertThat(rates.read(address(2))).isEmpty();
    }

    @Test
    void manyAddressesTogetherHaveALimitToo() throws Exception {
        int admitted = 0;
        for (int i = 0; i < 10_000; i++) {
            admitted += rates.read(address(i)).isEmpty() ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(300);
        now = now.plusSeconds(1);
        assertThat(rates.read(address(1))).isEmpty();
    }

    @Test
    void whatIsNotUsedIsNotSavedUpWithoutEnd() throws Exception {
        now = now.plus(Duration.ofDays(365));
        int admitted = 0;
        for (int i = 0; i < 100; i++) {
            admitted += rates.change(address(1)).isEmpty() ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(6);
    }

    private static InetAddress address(int number) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {10, 0, (byte) (number >> 8), (byte) number});
    }
}
