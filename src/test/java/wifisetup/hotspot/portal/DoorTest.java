package wifisetup.hotspot.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import wifisetup.hotspot.HandoffSamples;
import wifisetup.loop.ManualTimer;
import wifisetup.network.Failure;
import wifisetup.network.LabNetwork;
import wifisetup.network.WifiException;
import wifisetup.network.hosted.AccessPointNews;
import wifisetup.network.hosted.AccessPointOffer;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;

class DoorTest {
    private static final Inet4Address GATEWAY = Inet4Address.ofLiteral("192.168.42.1");

    private final List<String> diary = new ArrayList<>();
    private final List<PortalEvent> told = new ArrayList<>();
    private final FakeAccessPoint accessPoint = new FakeAccessPoint(diary);
    private boolean pageBreaks;
    private boolean namesWork = true;
    private final Door door = new Door(
            accessPoint,
            new AccessPointOffer(HandoffSamples.ACCESS.ssid(), HandoffSamples.ACCESS.passphrase(), GATEWAY),
            new DiaryNames(),
            new DiaryPage(),
            HandoffSamples.PAGE);

    @AutoClose
    private final SimulatedWifi wifi = new SimulatedWifi(new Radio(Air.lab(), new ManualTimer(), Pace.INSTANT));

    @Test
    void whatHappensToTheAccessPointIsTold() throws Exception {
        door.open(told::add);

        accessPoint.tell(new AccessPointNews.Stations(2));
        accessPoint.tell(new AccessPointNews.Lost(new Failure.NoAdapter()));

        assertThat(told).containsExactly(new PortalEvent.Stations(2), new PortalEvent.Lost(new Failure.NoAdapter()));
    }

    @Test
    void namesThatDoNotLeadToThePageAreNoReasonToCloseIt() throws Exception {
        namesWork = false;

        door.open(told::add);

        assertThat(diary).endsWith("page open");
    }

    @Test
    void aPageThatBreaksWhenItClosesLeavesNeitherTheAccessPointNorTheNames() throws Exception {
        door.open(told::add);
        pageBreaks = true;

        assertThatThrownBy(door::close).isInstanceOf(IllegalStateException.class);
        assertThat(diary).endsWith("names end", "access point closed");
    }

    @Test
    void anAccessPointThatDoesNotOpenLeavesTheNamesAsTheyWere() {
        accessPoint.refuse(new Failure.TimedOut());

        assertThatThrownBy(() -> door.open(told::add)).isInstanceOf(WifiException.class);
        assertThat(diary).endsWith("names begin", "access point refused", "names end");
    }

    @Test
    void aCancelThatOvertakesTheJoinStopsItAllTheSame() throws Exception {
        var effects = new PortalEffects(
                wifi, HandoffSamples.ACCESS.ssid(), door, new ManualTimer(), () -> Instant.EPOCH, _ -> {});

        effects.perform(new PortalEffect.CancelJoin(), told::add);
        effects.perform(new PortalEffect.OfRadio.Join(LabNetwork.HOME.request()), told::add);

        assertThat(told).containsExactly(new PortalEvent.JoinEnded(new Failure.Cancelled()));
    }

    private final class DiaryPage implements PhonePage.Session {
        @Override
        public void open() {
            diary.add("page open");
        }

        @Override
        public void close() {
            if (pageBreaks) {
                throw new IllegalStateException("the page");
            }
        }
    }

    private final class DiaryNames implements NameRedirect {
        @Override
        public void begin(Inet4Address gateway, URI page) throws IOException {
            diary.add("names begin");
        }

        @Override
        public void end() {
            diary.add("names end");
        }

        @Override
        public boolean works(Inet4Address gateway) {
            return namesWork;
        }
    }
}
