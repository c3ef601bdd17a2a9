package wifisetup.network.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.bus.BusState;
import wifisetup.bus.FakeBus;
import wifisetup.bus.ServiceRole;
import wifisetup.loop.ManualTimer;
import wifisetup.loop.SystemTimer;
import wifisetup.message.Message;
import wifisetup.network.Band;
import wifisetup.network.Credentials;
import wifisetup.network.LabNetwork;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Security;
import wifisetup.network.SignInPage;
import wifisetup.network.Ssid;
import wifisetup.network.Statuses;
import wifisetup.network.Wifi;
import wifisetup.network.simulated.AccessPoint;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Behaviour;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;
import wifisetup.secret.Secret;

/// A network service on a bus without a socket, in the air of the laboratory and of some difficult neighbours;
/// the radio hardly waits. Its own timer is moved by hand.
final class NetworkTrial implements AutoCloseable {
    static final String PREFIX = "ovos.phal.nm.";

    /// A name that is not UTF-8.
    static final Ssid LATIN = Ssid.of("Bücherei".getBytes(StandardCharsets.ISO_8859_1));

    private static final JsonMapper JSON = new JsonMapper();

    private final SystemTimer radioTimer = new SystemTimer();
    private final ManualTimer timer = new ManualTimer();
    private final Radio radio = new Radio(air(), radioTimer, Pace.all(Duration.ofMillis(1)));
    private final Wifi wifi;
    private final FakeBus bus;
    private final NetworkService service;
    private int asked;

    NetworkTrial() {
        this(FakeBus.OURS, ServiceRole.AUTO, wifi -> wifi);
    }

    NetworkTrial(UnaryOperator<Wifi> hindrance) {
        this(FakeBus.OURS, ServiceRole.AUTO, hindrance);
    }

    NetworkTrial(SignInPage page) {
        this(FakeBus.OURS, ServiceRole.AUTO, wifi -> wifi, page);
    }

    NetworkTrial(BusState busState, ServiceRole role, UnaryOperator<Wifi> hindrance) {
        this(busState, role, hindrance, Optional::empty);
    }

    private NetworkTrial(BusState busState, ServiceRole role, UnaryOperator<Wifi> hindrance, SignInPage page) {
        bus = new FakeBus(busState);
        wifi = hindrance.apply(new SimulatedWifi(radio));
        service = new NetworkService(bus, wifi, page, NetworkTrial::switchBackend, role, timer);
        service.open();
    }

    Radio radio() {
        return radio;
    }

    ManualTimer timer() {
        return timer;
    }

    FakeBus bus() {
        return bus;
    }

    NetworkService service() {
        return service;
    }

    /// Keeps a profile of that network, with its right password, and waits until the device is on it by itself.
    void connected(LabNetwork network) throws Exception {
        var statuses = new Statuses();
        wifi.observe(statuses);
        radio.remember(network.id(), new Secret(password(network)));
        statuses.when(NetworkStatus::isLinked).get(20, TimeUnit.SECONDS);
        bus.next(message -> message.type().equals(PREFIX + "state")
                && message.data().path("state").asString().equals("connected"));
    }

    /// Keeps a profile of that network, which is out of reach.
    void savedAndAway(LabNetwork network) {
        radio.accessPoint(network.ssid(), false);
        radio.remember(network.id(), new Secret(password(network)));
    }

    /// Asks, and gives the answer.
    Message ask(String name, String data) throws InterruptedException {
        return answerTo(send(name, data));
    }

    /// Asks.
    ///
    /// @return what the answer is known by
    int send(String name, String data) {
        asked++;
        bus.receive(new Message(PREFIX + name, json(data), json(context(asked))));
        return asked;
    }

    /// The answer to that question, whose context it must carry.
    Message answerTo(int question) throws InterruptedException {
        return bus.next(message -> message.context().path("question").asInt() == question);
    }

    /// How many answers went out to that question.
    long answersTo(int question) {
        return bus.everything().stream()
                .filter(message -> message.context().path("question").asInt() == question)
                .count();
    }

    /// The states that were announced.
    List<String> states() {
        var states = new ArrayList<String>();
        bus.everything().stream()
                .filter(message -> message.type().equals(PREFIX + "state"))
                .forEach(message -> states.add(message.data().path("state").asString()));
        return states;
    }

    /// Waits for that state.
    Message state(String word) throws InterruptedException {
        return bus.next(message -> message.type().equals(PREFIX + "state")
                && message.data().path("state").asString().equals(word));
    }

    static void assertFailure(Message answer, String type, String reason) {
        assertThat(answer.type()).isEqualTo(PREFIX + type);
        assertThat(answer.data().path("reason").asString()).isEqualTo(reason);
        assertThat(answer.data().path("errorMessage").asString()).isNotBlank();
        assertThat(answer.data().get("errorCode").stringValue()).isEqualTo(reason.contains("password") ? "0" : "1");
    }

    static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text);
    }

    @Override
    public void close() {
        service.close();
        wifi.close();
        radioTimer.close();
    }

    private static String context(int question) {
        return "{\"question\":" + question + ",\"source\":\"me\",\"destination\":\"network\"}";
    }

    private static BackendSwitch.Outcome switchBackend(String name) {
        return name.equals("nmcli")
                ? new BackendSwitch.InUse(name)
                : new BackendSwitch.Refused("no such backend", List.of("dbus", "nmcli"));
    }

    private static String password(LabNetwork network) {
        return network.request().credentials() instanceof Credentials.Passphrase(var text) ? text.reveal() : "";
    }

    private static Air air() {
        var accessPoints = new ArrayList<>(Air.lab().accessPoints());
        accessPoints.add(AccessPoint.of(LATIN, Security.OPEN, "", -50, Band.GHZ_2_4));
        accessPoints.add(AccessPoint.of(Ssid.of("printer-old"), Security.WEP, "", -51, Band.GHZ_2_4));
        accessPoints.add(AccessPoint.of(Ssid.of("HotelPortal"), Security.OPEN, "", -52, Band.GHZ_5)
                .behaving(Behaviour.SIGN_IN_REQUIRED));
        return new Air(accessPoints, 0);
    }
}
