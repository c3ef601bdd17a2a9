package wifisetup.device.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static wifisetup.device.platform.Samples.IDLE;
import static wifisetup.device.platform.Samples.ONLINE;
import static wifisetup.device.platform.Samples.SELECTING;
import static wifisetup.device.platform.Samples.at;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import wifisetup.device.DeviceEvent;
import wifisetup.loop.ManualTimer;
import wifisetup.network.Band;
import wifisetup.network.Connectivity;
import wifisetup.network.Failure;
import wifisetup.network.ForwardingWifi;
import wifisetup.network.Link;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.Obstacle;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;
import wifisetup.network.Wire;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;
import wifisetup.platform.Message;
import wifisetup.setup.Asker;
import wifisetup.setup.SetupEvent;
import wifisetup.setup.SetupState;

class OrdersTest {
    private final List<DeviceEvent> device = new ArrayList<>();
    private final List<SetupEvent> setup = new ArrayList<>();
    private final List<String> forgotten = new ArrayList<>();
    private List<SavedNetwork> saved = List.of(saved("home", true));
    private List<Network> inReach = List.of(near("home", Optional.empty()));
    private SetupState state = at(IDLE, ONLINE);
    private Instant now = Instant.EPOCH;
    private boolean broken;

    @Test
    void identifyLetsTheScreenBlink() {
        assertThat(obey("identify", "{}").path("done").booleanValue()).isTrue();
        assertThat(device).containsExactly(new DeviceEvent.Identify());
    }

    @Test
    void startSetupStartsOne() {
        assertThat(obey("start_setup", "{}").path("done").booleanValue()).isTrue();
        assertThat(setup).containsExactly(new SetupEvent.UserActivated(Asker.SELF));
    }

    @Test
    void aPersonBeforeThePanelIsNotInterrupted() {
        state = at(SELECTING, ONLINE);

        assertThat(order("start_setup", "{}").status()).isEqualTo(409);
        assertThat(setup).isEmpty();
    }

    @Test
    void statusSaysWhatMayBeKnown() {
        assertThat(obey("status", "{}")).hasToString("""
                {"done":true,"name":"Hall","model":"Panel: 7; 100%","serial":"S-1","setup":"idle",\
                "network":"home","wired":false,"connectivity":"full"}""");
    }

    @Test
    void theOnlyLinkIsNeverForgotten() {
        assertThat(refusal("home")).contains("only link");
        assertThat(forgotten).isEmpty();
    }

    @Test
    void aLinkThatIsDownOrOnItsWayIsNotForgottenEither() {
        for (Link link : List.of(new Link.Down(), new Link.Joining(Ssid.of("home")))) {
            state = at(IDLE, Samples.status(link, Wire.DOWN, Connectivity.NONE));
            assertThat(refusal("home")).contains("only link");
        }
        assertThat(forgotten).isEmpty();
    }

    @Test
    void whoMerelyHasTheNameOfASavedNetworkIsNoWayBack() {
        saved = List.of(saved("home", true), saved("guest", true));
        inReach = List.of(
                near("home", Optional.empty()),
                new Network(
                        new NetworkId(Ssid.of("guest"), Security.OPEN),
                        90,
                        Band.GHZ_2_4,
                        false,
                        false,
                        Optional.empty()));

        assertThat(refusal("home")).contains("only link");
    }

    /// The set-up may hear of it later than the radio.
    @Test
    void aNetworkThatTheRadioIsOnByNowIsNotForgotten() {
        saved = List.of(saved("home", true), saved("old", true));
        inReach = List.of(new Network(
                new NetworkId(Ssid.of("old"), Security.WPA2), 50, Band.GHZ_2_4, true, true, Optional.empty()));

        assertThat(refusal("old")).contains("only link");
    }

    @Test
    void aNetworkIsNamedAsTheDeviceNamesIt() {
        saved = List.of(saved("Café: 5G", true), saved("home", true));
        inReach = List.of();

        assertThat(forget("Café%3A 5G").path("done").booleanValue()).isTrue();
        assertThat(forget("100%2").path("error").stringValue()).contains("no such network");
        assertThat(NetworkTag.parse("%FF%00x")).contains(Ssid.of(new byte[] {(byte) 0xff, 0, 'x'}));
        assertThat(NetworkTag.parse(NetworkTag.of(Ssid.of("50%25 ☕")))).contains(Ssid.of("50%25 ☕"));
    }

    @Test
    void aRefusalHasTheStatusOfItsReason() {
        assertThat(order("format_disk", "{}").status()).isEqualTo(404);
        assertThat(order("forget_network", "{}").status()).isEqualTo(400);
        assertThat(order("forget_network", "{\"ssid\": \"unknown\"}").status()).isEqualTo(404);
        assertThat(order("forget_network", "{\"ssid\": \"home\"}").status()).isEqualTo(409);
        assertThat(order("identify", "{}").status()).isEqualTo(Message.OK);
    }

    /// As a broker does that does not know whether it was delivered.
    @Test
    void anOrderThatComesAgainIsAnsweredAndNotDoneAgain() {
        var orders = orders();
        var first = orders.obey(command("start_setup", "{}", "a"));

        assertThat(orders.obey(command("start_setup", "{}", "a"))).isEqualTo(first);
        assertThat(setup).hasSize(1);
        orders.obey(command("start_setup", "{}", "b"));
        assertThat(setup).hasSize(2);
        orders.obey(command("start_setup", "{}", ""));
        orders.obey(command("start_setup", "{}", ""));
        assertThat(setup).as("without a correlation nobody can tell").hasSize(4);
    }

    @Test
    void aCorrelationThatIsUsedAgainMuchLaterIsAnotherOrder() {
        var orders = orders();
        orders.obey(command("start_setup", "{}", "a"));
        now = now.plus(Orders.MEMORY);
        orders.obey(command("start_setup", "{}", "a"));
        assertThat(setup).hasSize(1);

        now = now.plus(Duration.ofSeconds(1));
        orders.obey(command("start_setup", "{}", "a"));
        assertThat(setup).hasSize(2);
    }

    @Test
    void anOrderThatWasRefusedIsJudgedAnewWhenItComesAgain() {
        var orders = orders();
        state = at(SELECTING, ONLINE);
        assertThat(orders.obey(command("start_setup", "{}", "a")).status()).isEqualTo(409);
        state = at(IDLE, ONLINE);

        assertThat(orders.obey(command("start_setup", "{}", "a")).status()).isEqualTo(Message.OK);
    }

    @Test
    void anOrderThatBreaksIsAnswered() {
        broken = true;

        assertThat(order("forget_network", "{\"ssid\": \"home\"}").status()).isEqualTo(500);
    }

    @Test
    void aSavedNetworkThatIsOutOfReachOrWaitsForAPersonIsNoWayBack() {
        saved = List.of(saved("home", true), saved("far", true), saved("manual", false), saved("blocked", true));
        inReach = List.of(
                near("home", Optional.empty()),
                near("manual", Optional.empty()),
                near("blocked", Optional.of(Obstacle.WEP)),
                near("stranger", Optional.empty()));

        assertThat(refusal("home")).contains("only link");
    }

    @Test
    void anotherSavedNetworkInReachIsAWayBack() {
        saved = List.of(saved("home", true), saved("guest", true));
        inReach = List.of(near("home", Optional.empty()), near("guest", Optional.empty()));

        assertThat(forget("home").path("done").booleanValue()).isTrue();
        assertThat(forgotten).containsExactly("home");
    }

    @Test
    void aCableIsAWayBack() {
        state = at(IDLE, Samples.status(Optional.of("home"), Wire.UP, Connectivity.FULL));

        assertThat(forget("home").path("done").booleanValue()).isTrue();
    }

    @Test
    void aNetworkThatIsNotInUseMayBeForgotten() {
        saved = List.of(saved("home", true), saved("old", true));

        assertThat(forget("old").path("done").booleanValue()).isTrue();
        assertThat(forgotten).containsExactly("old");
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertThat(refusal("unknown")).contains("no such network");
        assertThat(refusal("")).contains("expected data.ssid");
        assertThat(refusal("x".repeat(33))).contains("expected data.ssid");
        assertThat(obey("format_disk", "{}").path("error").stringValue())
                .isEqualTo("expected one of [identify, start_setup, forget_network, status], found format_disk");
        saved = List.of(saved("stuck", true), saved("home", true));
        assertThat(refusal("stuck")).isEqualTo("denied");
    }

    private String refusal(String ssid) {
        var answer = forget(ssid);
        assertThat(answer.path("done").booleanValue()).isFalse();
        return answer.path("error").stringValue();
    }

    private JsonNode forget(String ssid) {
        return obey(
                "forget_network",
                JsonNodeFactory.instance.objectNode().put("ssid", ssid).toString());
    }

    private JsonNode obey(String service, String data) {
        return order(service, data).data();
    }

    private Outcome order(String service, String data) {
        return orders().obey(command(service, data, "t"));
    }

    private Orders orders() {
        return new Orders(device::add, setup::add, wifi(), () -> Samples.DEVICE, () -> state, () -> now);
    }

    private static Message command(String service, String data, String token) {
        var json = JsonMapper.shared();
        var payload = json.readTree("{\"device_url\": \"d\", \"service_url\": \"" + service
                + "\", \"protocol_parts\": [{\"name\": \"data\", \"value\": " + data + "}]}");
        return new Message(Message.OK, Message.JSON, payload, token);
    }

    private Wifi wifi() {
        return new ForwardingWifi(new SimulatedWifi(new Radio(Air.lab(), new ManualTimer(), Pace.REAL))) {
            @Override
            public List<SavedNetwork> saved() {
                if (broken) {
                    throw new IllegalStateException("the test's");
                }
                return saved;
            }

            @Override
            public List<Network> networks() {
                return inReach;
            }

            @Override
            public int forget(Ssid ssid) throws WifiException {
                if (ssid.equals(Ssid.of("stuck"))) {
                    throw new WifiException(new Failure.Denied("modify"));
                }
                forgotten.add(ssid.display());
                return 1;
            }
        };
    }

    private static SavedNetwork saved(String name, boolean autoconnect) {
        return new SavedNetwork(
                new ProfileId(name),
                new NetworkId(Ssid.of(name), Security.WPA2),
                name,
                false,
                NetworkSettings.DEFAULT.withAutoconnect(autoconnect),
                Optional.empty());
    }

    private static Network near(String name, Optional<Obstacle> obstacle) {
        return new Network(new NetworkId(Ssid.of(name), Security.WPA2), 50, Band.GHZ_2_4, true, false, obstacle);
    }
}
