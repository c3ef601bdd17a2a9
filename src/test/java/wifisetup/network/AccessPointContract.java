package wifisetup.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import wifisetup.network.hosted.AccessPoint;
import wifisetup.network.hosted.AccessPointNews;
import wifisetup.network.hosted.AccessPointOffer;
import wifisetup.secret.Secret;

/// What each implementation of [AccessPoint] does, whatever it runs on.
public abstract class AccessPointContract {
    /// A name and a passphrase with all that is special anywhere.
    protected static final Ssid SSID = Ssid.of("Kiosk: \"5\"");

    protected static final Secret PASSPHRASE = new Secret("k;2,p:m\\9\"x4");
    protected static final AccessPointOffer OFFER =
            new AccessPointOffer(SSID, PASSPHRASE, Inet4Address.ofLiteral("192.168.42.1"));

    private final List<AccessPointNews> news = new CopyOnWriteArrayList<>();

    /// The implementation.
    protected abstract AccessPoint accessPoint();

    /// The Wi-Fi profiles there are, by another way than the implementation under test.
    protected abstract List<Laboratory.Profile> profiles() throws Exception;

    @Test
    void itHasTheAddressThatWasOffered() throws Exception {
        try (var open = accessPoint().open(OFFER, news::add)) {
            assertThat(open.gateway()).isEqualTo(OFFER.gateway());
        }
    }

    @Test
    void nothingOfItIsLeftWhenItIsClosedAndThatIsNoLoss() throws Exception {
        accessPoint().open(OFFER, news::add).close();

        assertThat(profiles()).isEmpty();
        assertThat(news).isEmpty();
    }

    @Test
    void closingItAgainDoesNothing() throws Exception {
        var open = accessPoint().open(OFFER, news::add);
        open.close();

        open.close();

        assertThat(news).isEmpty();
    }

    @Test
    void itOpensAgainAtOnceWithTheSameNameAndPassphrase() throws Exception {
        accessPoint().open(OFFER, news::add).close();

        try (var again = accessPoint().open(OFFER, news::add)) {
            assertThat(again.gateway()).isEqualTo(OFFER.gateway());
        }
        assertThat(profiles()).isEmpty();
    }

    @Test
    void itOpensWithoutAPassphrase() throws Exception {
        try (var open = accessPoint().open(new AccessPointOffer(SSID, Secret.EMPTY, OFFER.gateway()), news::add)) {
            assertThat(open.gateway()).isEqualTo(OFFER.gateway());
        }
        assertThat(profiles()).isEmpty();
    }

    @Test
    void withoutLeftoversNothingIsDeleted() throws Exception {
        accessPoint().deleteLeftovers(SSID);

        assertThat(profiles()).isEmpty();
    }
}
