package wifisetup.network.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static wifisetup.network.bus.NetworkTrial.PREFIX;
import static wifisetup.network.bus.NetworkTrial.assertFailure;
import static wifisetup.network.bus.NetworkTrial.json;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.bus.FakeBus;
import wifisetup.bus.ServicePlace;
import wifisetup.bus.ServiceRole;
import wifisetup.loop.Cancellation;
import wifisetup.message.Message;
import wifisetup.network.Adapter;
import wifisetup.network.Block;
import wifisetup.network.Connectivity;
import wifisetup.network.Country;
import wifisetup.network.Failure;
import wifisetup.network.ForwardingWifi;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.LabNetwork;
import wifisetup.network.Link;
import wifisetup.network.Network;
import wifisetup.network.NetworkStatus;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;
import wifisetup.network.Wire;
import wifisetup.network.simulated.SimulatedWifi;

class NetworkServiceTest {
    private static final String HOME = "{\"connection_name\":\"HomeNet\"}";
    private static final String HOME_WITH_PASSWORD =
            "{\"connection_name\":\"HomeNet\",\"password\":\"correct-horse\",\"security_type\":\"WPA2\"}";

    /// All requests, with data that is complete.
    private static final List<Message> ALL = List.of(
            request("scan", "{}"),
            request("connect", HOME_WITH_PASSWORD),
            request("connect.open.network", "{\"connection_name\":\"CafeOpen\"}"),
            request("reconnect", HOME),
            request("disconnect", HOME),
            request("forget", HOME),
            request("get.saved", "{}"),
            request("change", "{\"connection_name\":\"HomeNet\",\"priority\":7}"),
            request("turn.on", "{}"),
            request("check.connectivity", "{}"),
            request("get.connected", "{}"),
            request("get.state", "{}"),
            request("set.backend", "{\"backend\":\"nmcli\"}"));

    @Nested
    class Answers {
        @Test
        void aConnectIsAnsweredInTheContextOfItsQuestion() throws Exception {
            try (var trial = new NetworkTrial()) {
                var answer = trial.ask("connect", HOME_WITH_PASSWORD);

                assertThat(answer.type()).isEqualTo(PREFIX + "connection.successful");
                assertThat(answer.data()).isEqualTo(json(HOME));
                assertThat(answer.context())
                        .isEqualTo(json("{\"question\":1,\"source\":\"network\",\"destination\":\"me\"}"));
            }
        }

        /// As `NetworkItem.qml` of the Python client asks: an open network by the button of its row.
        @Test
        void thePageOfThePythonClientJoinsAnOpenNetwork() throws Exception {
            try (var trial = new NetworkTrial()) {
                var answer = trial.ask(
                        "connect", "{\"connectionName\":\"CafeOpen\",\"password\":\"\",\"securityType\":\"Insecure\"}");

                assertThat(answer.type()).isEqualTo(PREFIX + "connection.successful");
                assertThat(answer.data()).isEqualTo(json("{\"connection_name\":\"CafeOpen\"}"));
            }
        }

        @Test
        void anEmptyPasswordMeansTheSavedOne() throws Exception {
            try (var trial = new NetworkTrial()) {
                trial.ask("connect", HOME_WITH_PASSWORD);
                trial.ask("disconnect", HOME);

                var answer = trial.ask(
                        "connect", "{\"connectionName\":\"HomeNet\",\"password\":\"\",\"securityType\":\"WPA2\"}");

                assertThat(answer.type()).isEqualTo(PREFIX + "connection.successful");
            }
        }

        @ParameterizedTest
        @CsvSource({"get.connected,is.connected", "disconnect,disconnection.successful", "forget,forget.successful"})
        void whatConcernsTheConnectionIsAnsweredWithItsName(String request, String answered) throws Exception {
            try (var trial = new NetworkTrial()) {
                trial.connected(LabNetwork.HOME);

                var answer = trial.ask(request, HOME);

                assertThat(answer.type()).isEqualTo(PREFIX + answered);
                assertThat(answer.data()).isEqualTo(json(HOME));
            }
        }

        @Test
        void aSavedNetworkIsJoinedAgain() throws Exception {
            try (var trial = new NetworkTrial()) {
                trial.connected(LabNetwork.HOME);
                trial.ask("disconnect", HOME);

                assertThat(trial.ask("reconnect", HOME).type()).isEqualTo(PREFIX + "connection.successful");
            }
        }

        @Test
        void anOpenNetworkIsJoinedWithoutAnything() throws Exception {
            try (var trial = new NetworkTrial()) {
                var answer = trial.ask("connect.open.network", "{\"connection_name\":\"OpenSecure\"}");

                assertThat(answer.type()).isEqualTo(PREFIX + "connection.successful");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"connection_name\":\"HiddenNet\",\"password\":\"hidden-pass-1\",\"hidden\":true}",
                    "{\"connection_name\":\"HiddenNet\",\"password\":\"hidden-pass-1\"}",
                    "{\"connection_name\":\"CorpNet\",\"identity\":\"alice\",\"password\":\"corp-pass-1\","
                            + "\"any_server\":true}",
                    "{\"connection_name\":\"Fortress\",\"password\":\"battery-staple\",\"security_type\":\"WPA2\"}",
                    "{\"connection_name\":\"Café: 5G ☕\",\"password\":\"unicode-pass\"}"
                })
        void everyKindOfNetworkIsJoined(String data) throws Exception {
            try (var trial = new NetworkTrial()) {
                assertThat(trial.ask("connect", data).type()).isEqualTo(PREFIX + "connection.successful");
            }
        }

        @Test
        void aNameThatIsNoTextIsGivenInHexDigits() throws Exception {
            try (var trial = new NetworkTrial()) {
                String hex = NetworkTrial.LATIN.hex();

                var answer = trial.ask("connect", "{\"ssid_hex\":\"" + hex + "\"}");

                assertThat(answer.type()).isEqualTo(PREFIX + "connection.successful");
                assertThat(answer.data())
                        .isEqualTo(json("{\"connection_name\":\"≈Bücherei\",\"ssid_hex\":\"" + hex + "\"}"));
                assertThat(trial.ask("get.connected", "{}").data()).isEqualTo(answer.data());
            }
        }

        @Test
        void whatIsInTheAirIsListed() throws Exception {
            try (var trial = new NetworkTrial()) {
                trial.connected(LabNetwork.HOME);

                var answer = trial.ask("scan", "{}");

                assertThat(answer.type()).isEqualTo(PREFIX + "scan.complete");
                var rows = answer.data().get("networks");
                assertThat(rows.get(0).get("ssid").stringValue()).isEqualTo("HomeNet");
                assertThat(rows.get(0).get("active").booleanValue()).isTrue();
                assertThat(rows.get(0).get("known").booleanValue()).isTrue();
                assertThat(rows.valueStream().map(row -> row.get("signal").intValue()))
                        .isSortedAccordingTo((a, b) -> b - a);
                assertThat(rows.valueStream().filter(row -> row.has("ssid_hex")))
                        .singleElement()
                        .satisfies(row ->
                                assertThat(row.get("ssid_hex").stringValue()).isEqualTo(NetworkTrial.LATIN.hex()));
            }
        }

        @Test
        void settingsOfARequestAreKeptWithTheNetwork() throws Exception {
            try (var trial = new NetworkTrial()) {
                trial.ask(
                        "connect",
                        "{\"connection_name\":\"HomeNet\",\"password\":\"correct-horse\",\"priority\":7,"
                                + "\"ipv4\":{\"address\":\"192.0.2.7/24\",\"gateway\":\"192.0.2.1\"}}");

                var look = new SimulatedWifi(trial.radio());
                assertThat(look.saved())
                        .singleElement()
                        .satisfies(
                                saved -> assertThat(saved.settings().priority()).isEqualTo(7));
                assertThat(trial.radio().status().link())
                        .isInstanceOfSatisfying(
                                Link.Up.class, up -> assertThat(up.addresses()).containsExactly("192.0.2.7"));
                look.close();
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "nmcli | set.backend.response  | {\"backend\":\"nmcli\"}",
                    "magic | backend.not.supported | "
                            + "{\"error\":\"no such backend\",\"backend\":\"magic\",\"supported\":[\"dbus\",\"nmcli\"]}"
                })
        void theBackendIsExchangedOrNot(String backend, String type, String data) throws Exception {
            try (var trial = new NetworkTrial()) {
                var answer = trial.ask("set.backend", "{\"backend\":\"" + backend + "\"}");

                assertThat(answer.type()).isEqualTo(PREFIX + type);
                assertThat(answer.data()).isEqualTo(json(data));
            }
        }

        @Test
        void whatIsSavedIsListedAndChanged() throws Exception {
            try (var trial = new NetworkTrial()) {
                assertThat(trial.ask("get.saved", "{}").data()).isEqualTo(json("{\"networks\":[]}"));
                trial.connected(LabNetwork.HOME);

                var changed =
                        trial.ask("change", "{\"connection_name\":\"HomeNet\",\"priority\":7,\"autoconnect\":false}");

                assertThat(changed.type()).isEqualTo(PREFIX + "change.successful");
                assertThat(changed.data()).isEqualTo(json(HOME));
                var saved = trial.ask("get.saved", "{}");
                assertThat(saved.type()).isEqualTo(PREFIX + "saved");
                assertThat(saved.data())
                        .isEqualTo(json("{\"networks\":[{\"connection_name\":\"HomeNet\",\"security\":\"WPA2\","
                                + "\"hidden\":false,\"autoconnect\":false,\"priority\":7,\"ipv4\":\"auto\","
                                + "\"ipv6\":\"auto\",\"metered\":\"auto\",\"mac_address\":\"system\"}]}"));
            }
        }

        @Test
        void theRadioIsTurnedOn() throws Exception {
            try (var trial = new NetworkTrial()) {
                trial.radio().adapter(new Adapter.Blocked(Block.SOFTWARE));
                trial.state("rfkill");

                var answer = trial.ask("turn.on", "{}");

                assertThat(answer.type()).isEqualTo(PREFIX + "turn.on.successful");
                assertThat(answer.data()).isEqualTo(json("{}"));
                assertThat(trial.ask("get.state", "{}").data().get("adapter").stringValue())
                        .isEqualTo("ready");
            }
        }

        @Test
        void theCountryIsSaidWithIt() throws Exception {
            try (var trial = new NetworkTrial()) {
                trial.radio().adapter(new Adapter.Blocked(Block.COUNTRY));
                assertFailure(trial.ask("turn.on", "{}"), "turn.on.failure", "rfkill");

                assertThat(trial.ask("turn.on", "{\"country\":\"DE\"}").type())
                        .isEqualTo(PREFIX + "turn.on.successful");

                assertThat(trial.radio().country()).contains(new Country("DE"));
            }
        }

        @Test
        void howFarTheNetworkReachesIsLookedAtAfresh() throws Exception {
            var reach = new AtomicReference<>(Connectivity.FULL);
            var observers = new CopyOnWriteArrayList<Consumer<? super NetworkStatus>>();
            var joined = new NetworkStatus(
                    new Adapter.Ready("wlan0", "02:00:00:00:00:01"),
                    new Link.Up(Ssid.of("HomeNet"), List.of(), Optional.empty()),
                    Wire.DOWN,
                    Connectivity.FULL,
                    1);
            try (var trial = new NetworkTrial(wifi -> new ForwardingWifi(wifi) {
                @Override
                public void observe(Consumer<? super NetworkStatus> observer) {
                    observers.add(observer);
                    observer.accept(joined);
                }

                @Override
                public Connectivity checkConnectivity() {
                    reach.set(Connectivity.LIMITED);
                    tell(observers, new NetworkStatus(joined.adapter(), joined.link(), joined.wire(), reach.get(), 1));
                    return reach.get();
                }
            })) {
                var answer = trial.ask("check.connectivity", "{}");

                assertThat(answer.type()).isEqualTo(PREFIX + "state.response");
                assertThat(answer.data().get("state").stringValue()).isEqualTo("limited");
            }
        }

        @Test
        void aWiredLinkIsNoWifiNetwork() throws Exception {
            try (var trial = new NetworkTrial()) {
                trial.radio().wired(true);
                trial.state("wired");

                assertThat(trial.ask("get.connected", "{}").type()).isEqualTo(PREFIX + "is.not.connected");
                assertThat(trial.ask("get.state", "{}").data())
                        .isEqualTo(json("{\"state\":\"wired\",\"connectivity\":\"full\",\"adapter\":\"ready\","
                                + "\"wired\":true,\"interface\":\"wlan0\"}"));
            }
        }
    }

    @Nested
    class Failures {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "connect | HomeNet | wrong-wrong | connection.failure | wrong_password",
                    "connect | HomeNet | short | connection.failure | wrong_password",
                    "connect | HomeNet | '' | connection.failure | password_required",
                    "connect | CorpNet | corp-pass-1 | connection.failure | password_required",
                    "connect | Nowhere | whatever-1 | connection.failure | not_found",
                    "connect | 'a name that is longer than the 32 bytes of an SSID' | x | connection.failure | not_found",
                    "connect | printer-old | abcde | connection.failure | unsupported",
                    "connect.open.network | HomeNet | '' | connection.failure | password_required",
                    "reconnect | HomeNet | '' | connection.failure | not_found",
                    "reconnect | CafeOpen | '' | connection.failure | not_found",
                    "disconnect | HomeNet | '' | disconnection.failure | not_found",
                    "forget | HomeNet | '' | forget.failure | not_found",
                    "change | HomeNet | '' | change.failure | not_found",
                })
        void eachFailureHasItsReason(String request, String name, String password, String type, String reason)
                throws Exception {
            try (var trial = new NetworkTrial()) {
                var answer = trial.ask(
                        request,
                        "{\"connection_name\":\"" + name + "\",\"password\":\"" + password
                                + "\",\"metered\":\"auto\"}");

                assertFailure(answer, type, reason);
                assertThat(answer.data().get("connection_name").stringValue()).isEqualTo(name);
            }
        }

        @Test
        void anAccessPointThatGivesNoAddressIsNamed() throws Exception {
            try (var trial = new NetworkTrial()) {
                trial.radio().dhcp(false);

                assertFailure(trial.ask("connect", HOME_WITH_PASSWORD), "connection.failure", "no_ip");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"connect", "connect.open.network", "reconnect", "disconnect", "forget", "change"})
        void aMissingNameIsAnswered(String request) throws Exception {
            try (var trial = new NetworkTrial()) {
                var answer = trial.ask(request, "{\"password\":\"correct-horse\"}");

                assertThat(answer.data().get("reason").stringValue()).isEqualTo("failed");
                assertThat(answer.data().get("errorCode").stringValue()).isEqualTo("1");
                assertThat(answer.data().get("errorMessage").stringValue()).isEqualTo("connection_name: missing");
                assertThat(answer.data().has("connection_name")).isFalse();
            }
        }

        @ParameterizedTest
        @CsvSource({
            "connect,connection.failure",
            "connect.open.network,connection.failure",
            "reconnect,connection.failure",
            "disconnect,disconnection.failure",
            "forget,forget.failure",
            "change,change.failure",
            "get.saved,saved.failure",
            "turn.on,turn.on.failure",
            "check.connectivity,check.connectivity.failure",
            "scan,scan.failure"
        })
        void withoutABackendEveryRequestSaysSo(String request, String type) throws Exception {
            try (var trial = new NetworkTrial()) {
                trial.radio().adapter(new Adapter.Unavailable("nobody there"));

                assertFailure(
                        trial.ask(request, HOME_WITH_PASSWORD.replace("}", ",\"priority\":7}")),
                        type,
                        "backend_unavailable");
                assertThat(trial.ask("get.connected", "{}").type()).isEqualTo(PREFIX + "is.not.connected");
            }
        }

        @ParameterizedTest
        @CsvSource({"connect,connection.failure", "scan,scan.failure"})
        void whatKeepsTheRadioOffIsNamed(String request, String type) throws Exception {
            try (var trial = new NetworkTrial()) {
                trial.radio().adapter(new Adapter.Missing());
                assertFailure(trial.ask(request, HOME_WITH_PASSWORD), type, "no_adapter");

                trial.radio().adapter(new Adapter.Blocked(Block.SWITCH));
                assertFailure(trial.ask(request, HOME_WITH_PASSWORD), type, "rfkill");
            }
        }

        @Test
        void aPermissionThatIsMissingIsNamed() throws Exception {
            try (var trial = new NetworkTrial(wifi -> new ForwardingWifi(wifi) {
                @Override
                public int forget(Ssid ssid) throws WifiException {
                    throw new WifiException(new Failure.Denied("settings.modify.system"));
                }
            })) {
                var answer = trial.ask("forget", HOME);

                assertFailure(answer, "forget.failure", "denied");
                assertThat(answer.data().get("errorMessage").stringValue()).contains("settings.modify.system");
            }
        }

        @Test
        void whatNobodyForesawIsAnsweredToo() throws Exception {
            try (var trial = new NetworkTrial(wifi -> new Broken(wifi))) {
                for (Message request : ALL) {
                    int question = trial.send(name(request), request.data().toString());
                    trial.answerTo(question);
                }
                assertFailure(trial.ask("scan", "{}"), "scan.failure", "failed");
                assertFailure(trial.ask("connect", HOME_WITH_PASSWORD), "connection.failure", "failed");
                assertFailure(trial.ask("forget", HOME), "forget.failure", "failed");
            }
        }
    }

    @Nested
    class AtOnce {
        @Test
        void twoThatAskForAScanEachGetOne() throws Exception {
            try (var trial = new NetworkTrial()) {
                int first = trial.send("scan", "{}");
                int second = trial.send("scan", "{}");

                assertThat(trial.answerTo(second).type()).isEqualTo(PREFIX + "scan.complete");
                assertThat(trial.answerTo(first).type()).isEqualTo(PREFIX + "scan.complete");
            }
        }

        @Test
        void aScanUnderWayAnswersAllWhoAskMeanwhile() throws Exception {
            var scans = new AtomicInteger();
            var release = new CountDownLatch(1);
            try (var trial = new NetworkTrial(wifi -> new ForwardingWifi(wifi) {
                @Override
                public List<Network> scan(List<Ssid> hidden) throws WifiException, InterruptedException {
                    scans.incrementAndGet();
                    release.await();
                    return super.scan(hidden);
                }
            })) {
                var questions = new ArrayList<Integer>();
                for (int i = 0; i < 100; i++) {
                    questions.add(trial.send("scan", "{}"));
                }

                release.countDown();

                for (int question : questions) {
                    assertThat(trial.answerTo(question).type()).isEqualTo(PREFIX + "scan.complete");
                    assertThat(trial.answersTo(question)).isEqualTo(1);
                }
                assertThat(scans).hasValue(1);
                trial.ask("scan", "{}");
                assertThat(scans).as("a later one is new").hasValue(2);
            }
        }

        @Test
        void aScanThatWasGivenUpDoesNotStandInTheWayOfTheNext() throws Exception {
            var stuck = new CompletableFuture<Void>();
            try (var trial = new NetworkTrial(wifi -> new ForwardingWifi(wifi) {
                @Override
                public List<Network> scan(List<Ssid> hidden) throws WifiException, InterruptedException {
                    return stuck.complete(null) ? forEver() : super.scan(hidden);
                }
            })) {
                int first = trial.send("scan", "{}");
                int second = trial.send("scan", "{}");
                stuck.get(20, TimeUnit.SECONDS);

                trial.timer().advance(Errands.PATIENCE);

                assertFailure(trial.answerTo(first), "scan.failure", "timeout");
                assertFailure(trial.answerTo(second), "scan.failure", "timeout");
                assertThat(trial.ask("scan", "{}").type()).isEqualTo(PREFIX + "scan.complete");
            }
        }

        @Test
        void aNewerConnectTakesThePlaceOfTheOlderOne() throws Exception {
            var joining = new Joining();
            try (var trial = new NetworkTrial(joining::hold)) {
                int older = trial.send("connect", HOME_WITH_PASSWORD);
                joining.begun.get(20, TimeUnit.SECONDS);

                int newer = trial.send("connect", "{\"connection_name\":\"CafeOpen\"}");

                assertFailure(trial.answerTo(older), "connection.failure", "cancelled");
                var answer = trial.answerTo(newer);
                assertThat(answer.type()).isEqualTo(PREFIX + "connection.successful");
                assertThat(answer.data()).isEqualTo(json("{\"connection_name\":\"CafeOpen\"}"));
                trial.service().close();
                assertThat(trial.answersTo(older)).isEqualTo(1);
                assertThat(trial.answersTo(newer)).isEqualTo(1);
            }
        }

        @Test
        void aSearchForANetworkIsNotWaitedForByANewerConnect() throws Exception {
            var searching = new CompletableFuture<Void>();
            try (var trial = new NetworkTrial(wifi -> new ForwardingWifi(wifi) {
                @Override
                public List<Network> scan(List<Ssid> hidden) throws InterruptedException {
                    searching.complete(null);
                    return forEver();
                }
            })) {
                int older = trial.send("connect", "{\"connection_name\":\"Nowhere\"}");
                searching.get(20, TimeUnit.SECONDS);

                int newer = trial.send("connect", HOME_WITH_PASSWORD);

                assertFailure(trial.answerTo(older), "connection.failure", "cancelled");
                assertThat(trial.answerTo(newer).type()).isEqualTo(PREFIX + "connection.successful");
            }
        }

        @Test
        void otherChangesWaitForTheJoinAndScansDoNot() throws Exception {
            var joining = new Joining();
            try (var trial = new NetworkTrial(joining::hold)) {
                int connect = trial.send("connect", HOME_WITH_PASSWORD);
                joining.begun.get(20, TimeUnit.SECONDS);

                int forget = trial.send("forget", HOME);
                assertThat(trial.ask("scan", "{}").type()).isEqualTo(PREFIX + "scan.complete");
                assertThat(trial.ask("get.state", "{}").type()).isEqualTo(PREFIX + "state.response");
                assertThat(trial.answersTo(forget)).isZero();
                joining.release.complete(null);

                assertThat(trial.answerTo(connect).type()).isEqualTo(PREFIX + "connection.successful");
                assertThat(trial.answerTo(forget).type()).isEqualTo(PREFIX + "forget.successful");
            }
        }

        @Test
        void whoeverWaitsWhenTheServiceEndsIsAnswered() throws Exception {
            var joining = new Joining();
            try (var trial = new NetworkTrial(joining::hold)) {
                int connect = trial.send("connect", HOME_WITH_PASSWORD);
                joining.begun.get(20, TimeUnit.SECONDS);
                int forget = trial.send("forget", HOME);
                int backend = trial.send("set.backend", "{\"backend\":\"nmcli\"}");

                trial.service().close();

                assertThat(trial.answersTo(connect)).isEqualTo(1);
                assertFailure(trial.answerTo(connect), "connection.failure", "cancelled");
                assertFailure(trial.answerTo(forget), "forget.failure", "cancelled");
                assertThat(trial.answerTo(backend).type()).isEqualTo(PREFIX + "backend.not.supported");
                assertFailure(trial.ask("scan", "{}"), "scan.failure", "cancelled");
            }
        }

        /// NetworkManager answers before the device has left, and before it has seen the internet.
        @Test
        void whatWasDoneShowsWhenItIsAnswered() throws Exception {
            var shown = new LinkedBlockingQueue<NetworkStatus>();
            var observers = new CopyOnWriteArrayList<Consumer<? super NetworkStatus>>();
            try (var trial = new NetworkTrial(wifi -> new ForwardingWifi(wifi) {
                @Override
                public void observe(Consumer<? super NetworkStatus> observer) {
                    observers.add(observer);
                    super.observe(shown::add);
                }
            })) {
                int connect = trial.send("connect", HOME_WITH_PASSWORD);
                var joined = await(shown, status -> status.link() instanceof Link.Up);
                var limited = new NetworkStatus(
                        joined.adapter(), joined.link(), Wire.DOWN, Connectivity.LIMITED, joined.savedNetworks());
                tell(observers, limited);
                assertThat(trial.answersTo(connect)).isZero();
                tell(observers, joined);
                assertThat(trial.answerTo(connect).type()).isEqualTo(PREFIX + "connection.successful");

                int disconnect = trial.send("disconnect", HOME);
                var left = await(shown, status -> status.link() instanceof Link.Down);
                assertThat(trial.answersTo(disconnect)).isZero();
                tell(observers, left);
                assertThat(trial.answerTo(disconnect).type()).isEqualTo(PREFIX + "disconnection.successful");
                assertThat(trial.ask("get.connected", "{}").type()).isEqualTo(PREFIX + "is.not.connected");
            }
        }

        @Test
        void whatComesToNoEndIsGivenUp() throws Exception {
            var begun = new CompletableFuture<Void>();
            try (var trial = new NetworkTrial(wifi -> new ForwardingWifi(wifi) {
                @Override
                public List<Network> scan(List<Ssid> hidden) throws InterruptedException {
                    begun.complete(null);
                    return forEver();
                }
            })) {
                int question = trial.send("scan", "{}");
                begun.get(20, TimeUnit.SECONDS);

                trial.timer().advance(Errands.PATIENCE);

                assertFailure(trial.answerTo(question), "scan.failure", "timeout");
            }
        }
    }

    @Nested
    class States {
        @Test
        void aJoinIsToldStateByState() throws Exception {
            try (var trial = new NetworkTrial()) {
                trial.ask("connect", HOME_WITH_PASSWORD);

                var connected = trial.state("connected");
                assertThat(connected.data())
                        .isEqualTo(json("{\"state\":\"connected\",\"connectivity\":\"full\",\"adapter\":\"ready\","
                                + "\"wired\":false,\"interface\":\"wlan0\",\"connection_name\":\"HomeNet\"}"));
                assertThat(trial.states()).containsSubsequence("disconnected", "connecting", "connected");
                assertThat(trial.ask("get.state", "{}").data()).isEqualTo(connected.data());
            }
        }

        @Test
        void theSignInPageIsToldOnceItIsFound() throws Exception {
            var address = new CompletableFuture<Optional<String>>();
            var searches = new AtomicInteger();
            try (var trial = new NetworkTrial(() -> {
                searches.incrementAndGet();
                return address.join();
            })) {
                trial.ask("connect", "{\"connection_name\":\"HotelPortal\"}");
                assertThat(trial.state("portal").data().has("sign_in")).isFalse();
                assertThat(trial.ask("get.state", "{}").data().has("sign_in")).isFalse();

                address.complete(Optional.of("http://192.0.2.1/welcome"));

                var found = trial.state("portal");
                assertThat(found.data().get("sign_in").stringValue()).isEqualTo("http://192.0.2.1/welcome");
                assertThat(trial.ask("get.state", "{}").data()).isEqualTo(found.data());
                assertThat(trial.ask("check.connectivity", "{}").data()).isEqualTo(found.data());
                assertThat(searches).hasValue(1);
                trial.radio().signIn();
                assertThat(trial.state("connected").data().has("sign_in")).isFalse();
            }
        }

        @Test
        void aSearchForASignInPageEndsWithTheReasonForIt() throws Exception {
            var begun = new CompletableFuture<Void>();
            var ended = new CompletableFuture<Void>();
            try (var trial = new NetworkTrial(() -> {
                begun.complete(null);
                try {
                    new CountDownLatch(1).await();
                    return Optional.empty();
                } finally {
                    ended.complete(null);
                }
            })) {
                trial.ask("connect", "{\"connection_name\":\"HotelPortal\"}");
                begun.get(20, TimeUnit.SECONDS);

                trial.ask("disconnect", "{\"connection_name\":\"HotelPortal\"}");

                assertThat(ended).succeedsWithin(Duration.ofSeconds(20));
            }
        }

        @Test
        void whatHappensToTheRadioIsTold() throws Exception {
            try (var trial = new NetworkTrial()) {
                trial.radio().adapter(new Adapter.Missing());
                trial.state("no_adapter");
                trial.radio().adapter(new Adapter.Blocked(Block.SOFTWARE));
                trial.state("rfkill");
                trial.radio().adapter(new Adapter.Blocked(Block.SWITCH));
                trial.state("rfkill_switch");
                trial.radio().adapter(new Adapter.Blocked(Block.COUNTRY));
                trial.state("country_required");
                trial.radio().adapter(new Adapter.Unavailable("killed"));
                trial.state("backend_unavailable");
                trial.radio().adapter(new Adapter.Starting());
                trial.state("starting");
                trial.radio().adapterReady();
                trial.state("disconnected");
            }
        }

        @Test
        void whatNobodyCanSeeIsNotTold() throws Exception {
            try (var trial = new NetworkTrial()) {
                trial.state("disconnected");
                trial.savedAndAway(LabNetwork.HOME);

                assertThat(trial.ask("forget", HOME).type()).isEqualTo(PREFIX + "forget.successful");
                assertThat(trial.states()).endsWith("disconnected").containsOnlyOnce("disconnected");
            }
        }
    }

    @Nested
    class OnSomebodyElsesBus {
        @Test
        void anotherServiceThatAnswersIsLeftAlone() throws Exception {
            try (var trial = new NetworkTrial(FakeBus.THEIRS, ServiceRole.AUTO, wifi -> wifi)) {
                trial.bus().next(message -> message.type().equals(PREFIX + "get.connected"));
                int early = trial.send("scan", "{}");

                trial.bus().receive(Message.of(PREFIX + "is.not.connected"));

                trial.timer().advance(ServicePlace.NEIGHBOUR_WAIT);
                int late = trial.send("get.state", "{}");
                trial.radio().wired(true);
                trial.service().close();
                assertThat(trial.answersTo(early)).isZero();
                assertThat(trial.answersTo(late)).isZero();
                assertThat(trial.bus().everything())
                        .extracting(Message::type)
                        .containsExactly(PREFIX + "get.connected");
            }
        }

        @Test
        void whenNobodyAnswersItServesAlsoThoseWhoAskedMeanwhile() throws Exception {
            try (var trial = new NetworkTrial(FakeBus.THEIRS, ServiceRole.AUTO, wifi -> wifi)) {
                int early = trial.send("get.state", "{}");
                assertThat(trial.answersTo(early)).isZero();

                trial.timer().advance(ServicePlace.NEIGHBOUR_WAIT);

                assertThat(trial.answerTo(early).type()).isEqualTo(PREFIX + "state.response");
                assertThat(trial.states()).isNotEmpty();
            }
        }

        @Test
        void whoWaitsForThatWhenTheProgramEndsIsAnsweredOnce() throws Exception {
            try (var trial = new NetworkTrial(FakeBus.THEIRS, ServiceRole.AUTO, wifi -> wifi)) {
                int scan = trial.send("scan", "{}");
                int connect = trial.send("connect", HOME_WITH_PASSWORD);
                int state = trial.send("get.state", "{}");

                trial.service().close();

                assertThat(trial.answersTo(scan)).as("before the end").isEqualTo(1);
                assertFailure(trial.answerTo(scan), "scan.failure", "cancelled");
                assertFailure(trial.answerTo(connect), "connection.failure", "cancelled");
                assertThat(trial.answerTo(state).type()).isEqualTo(PREFIX + "state.response");
                trial.timer().advance(ServicePlace.NEIGHBOUR_WAIT);
                assertThat(List.of(trial.answersTo(scan), trial.answersTo(connect), trial.answersTo(state)))
                        .containsOnly(1L);
                assertFailure(trial.ask("forget", HOME), "forget.failure", "cancelled");
            }
        }

        @Test
        void whoIsToldToServeDoesNotAsk() throws Exception {
            try (var trial = new NetworkTrial(FakeBus.THEIRS, ServiceRole.SERVE, wifi -> wifi)) {
                assertThat(trial.ask("get.connected", "{}").type()).isEqualTo(PREFIX + "is.not.connected");
                assertThat(trial.bus().everything()).extracting(Message::type).doesNotContain(PREFIX + "get.connected");
            }
        }

        @Test
        void whoIsToldToAbstainKeepsSilentOnItsOwnBusToo() throws Exception {
            try (var trial = new NetworkTrial(FakeBus.OURS, ServiceRole.ABSTAIN, wifi -> wifi)) {
                trial.send("scan", "{}");

                assertThat(trial.bus().everything()).isEmpty();
            }
        }
    }

    private static void tell(List<Consumer<? super NetworkStatus>> observers, NetworkStatus status) {
        observers.forEach(observer -> observer.accept(status));
    }

    private static NetworkStatus await(BlockingQueue<NetworkStatus> shown, Predicate<NetworkStatus> fits)
            throws InterruptedException {
        NetworkStatus status;
        do {
            status = shown.poll(20, TimeUnit.SECONDS);
            assertThat(status).as("a status that fits, within 20 s").isNotNull();
        } while (!fits.test(status));
        return status;
    }

    private static Message request(String name, String data) {
        return Message.of(PREFIX + name, json(data));
    }

    private static String name(Message request) {
        return request.type().substring(PREFIX.length());
    }

    private static List<Network> forEver() throws InterruptedException {
        new CountDownLatch(1).await();
        throw new AssertionError("never");
    }

    /// A radio whose first join waits in its middle until it is released or cancelled.
    private static final class Joining {
        private final CompletableFuture<Void> begun = new CompletableFuture<>();
        private final CompletableFuture<Void> release = new CompletableFuture<>();

        Wifi hold(Wifi real) {
            return new ForwardingWifi(real) {
                @Override
                public JoinOutcome join(
                        JoinRequest request, Cancellation cancellation, Consumer<? super JoinStage> progress)
                        throws InterruptedException {
                    if (begun.complete(null)) {
                        cancellation.onCancel(() -> release.complete(null));
                        release.join();
                    }
                    return super.join(request, cancellation, progress);
                }
            };
        }
    }

    /// A radio whose every part is defective.
    private static final class Broken extends ForwardingWifi {
        Broken(Wifi real) {
            super(real);
        }

        @Override
        public List<Network> scan(List<Ssid> hidden) {
            throw new IllegalStateException("a defect");
        }

        @Override
        public List<SavedNetwork> saved() {
            throw new StackOverflowError("a defect");
        }
    }
}
