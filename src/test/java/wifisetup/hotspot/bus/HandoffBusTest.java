package wifisetup.hotspot.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static wifisetup.hotspot.HandoffSamples.CONNECTED;
import static wifisetup.hotspot.HandoffSamples.CONNECTING;
import static wifisetup.hotspot.HandoffSamples.REQUEST;
import static wifisetup.hotspot.HandoffSamples.WRONG;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.bus.FakeBus;
import wifisetup.hotspot.HandoffSamples;
import wifisetup.hotspot.HandoffState.Place;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.hotspot.HotspotRequest.Target;
import wifisetup.hotspot.HotspotState;
import wifisetup.hotspot.HotspotState.Visit;
import wifisetup.hotspot.Speech;
import wifisetup.message.Message;
import wifisetup.message.MessageCodec;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.NetworkId;
import wifisetup.network.Security;
import wifisetup.words.HotspotWording;
import wifisetup.words.Texts;

class HandoffBusTest {
    private static final String HOTSPOT = "\"ssid\":\"WiFi Setup 12AB\",";

    private final FakeBus bus = new FakeBus(FakeBus.OURS);

    static Stream<Arguments> places() {
        var targeted = new HotspotRequest(
                HandoffSamples.ACCESS,
                Optional.of(new Target(new NetworkId(HandoffSamples.HOME, Security.WPA2), false)));
        return Stream.of(
                Arguments.of(new Place.Closed(), "\"state\":\"stopped\""),
                Arguments.of(running(new HotspotState.Preparing()), HOTSPOT + "\"state\":\"preparing\""),
                Arguments.of(running(new HotspotState.TryingKnown()), HOTSPOT + "\"state\":\"trying_known\""),
                Arguments.of(
                        running(HandoffSamples.open(Visit.NONE)),
                        HOTSPOT + "\"state\":\"waiting\",\"page\":\"http://192.168.42.1/\""),
                Arguments.of(
                        running(HandoffSamples.open(Visit.JOINED)),
                        HOTSPOT + "\"state\":\"phone_joined\",\"page\":\"http://192.168.42.1/\""),
                Arguments.of(
                        running(HandoffSamples.openAfter(WRONG, Visit.CHOOSING)),
                        HOTSPOT + "\"state\":\"choosing\",\"page\":\"http://192.168.42.1/\","
                                + "\"failed\":{\"connection_name\":\"HomeNet\",\"reason\":\"wrong_password\"}"),
                Arguments.of(
                        running(CONNECTING),
                        HOTSPOT + "\"state\":\"connecting\",\"connection_name\":\"HomeNet\",\"stage\":\"preparing\""),
                Arguments.of(
                        running(new HotspotState.Connecting(HandoffSamples.HOME, JoinStage.CHECKING_PASSWORD_AGAIN)),
                        HOTSPOT + "\"state\":\"connecting\",\"connection_name\":\"HomeNet\","
                                + "\"stage\":\"checking_password_again\""),
                Arguments.of(
                        new Place.Running(targeted, new HotspotState.Preparing(), false),
                        HOTSPOT + "\"state\":\"preparing\",\"target\":\"HomeNet\""),
                Arguments.of(
                        new Place.Pausing(REQUEST, new HotspotEnd.Failed(new Failure.NoAdapter())),
                        "\"state\":\"pausing\",\"reason\":\"no_adapter\""),
                Arguments.of(
                        new Place.Pausing(REQUEST, new HotspotEnd.TimedOut()),
                        "\"state\":\"pausing\",\"reason\":\"timeout\""),
                Arguments.of(
                        new Place.Done(CONNECTED),
                        "\"state\":\"connected\",\"connection_name\":\"HomeNet\",\"connectivity\":\"full\","
                                + "\"addresses\":[\"192.0.2.7\"]"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void eachPlaceHasItsMessageWithoutAnySecret(Place place, String data) {
        speaking(true).tell(place);

        assertThat(frames().getFirst())
                .startsWith("{\"type\":\"ovos.phal.wifi.hotspot.state\",\"data\":{" + data + "}");
        assertThat(frames())
                .noneMatch(frame -> frame.contains(HandoffSamples.PASSPHRASE) || frame.contains(HandoffSamples.CODE));
    }

    @Test
    void aConnectionCompletesTheSetUp() {
        speaking(false).tell(new Place.Done(CONNECTED));

        assertThat(bus.everything()).extracting(Message::type).endsWith("ovos.wifi.setup.completed");
        assertThat(bus.everything()).hasSize(2);
    }

    @Test
    void nothingElseCompletesIt() {
        speaking(false).tell(new Place.Closed());

        assertThat(bus.everything()).hasSize(1);
    }

    @Test
    void theWayInIsSpelledAloudWithTheCode() {
        speaking(true).say(new Speech.JoinHotspot(HandoffSamples.ACCESS));

        assertThat(frames().getFirst())
                .startsWith("{\"type\":\"speak\",")
                .contains("f, d, k, 7, q, v, 2, m, h, 4", "4, 7, 1, 1", "WiFi Setup 12AB")
                .contains("\"lang\":\"en\"")
                .contains("\"meta\":{\"dialog\":\"hotspot_join\",\"skill\":\"a-skill\"}");
    }

    static Stream<Arguments> speeches() {
        return Stream.of(
                Arguments.of(new Speech.JoinHotspot(HandoffSamples.ACCESS), "hotspot_join"),
                Arguments.of(new Speech.ChooseNetwork(), "hotspot_choose"),
                Arguments.of(new Speech.Connected(HandoffSamples.HOME), "hotspot_connected"),
                Arguments.of(new Speech.JoinFailed(WRONG), "hotspot_failed"),
                Arguments.of(new Speech.GaveUp(new HotspotEnd.TimedOut()), "hotspot_gave_up"));
    }

    @ParameterizedTest
    @MethodSource("speeches")
    void eachSpeechHasItsDialog(Speech speech, String dialog) {
        speaking(true).say(speech);

        assertThat(frames())
                .singleElement()
                .asString()
                .contains("\"dialog\":\"" + dialog + "\"")
                .doesNotContain("\"utterance\":\"\"");
    }

    @ParameterizedTest
    @MethodSource("speeches")
    void withoutAVoiceNothingIsSaid(Speech speech, String dialog) {
        speaking(false).say(speech);

        assertThat(bus.everything()).as(dialog).isEmpty();
    }

    @Test
    void theLanguageIsThatOfTheWords() {
        new HandoffBus(bus, () -> new HotspotWording(new Texts(Locale.forLanguageTag("de-AT"))), "a-skill", true)
                .say(new Speech.ChooseNetwork());

        assertThat(frames().getFirst()).contains("\"lang\":\"de\"");
    }

    private HandoffBus speaking(boolean voice) {
        return new HandoffBus(bus, () -> new HotspotWording(new Texts(Locale.ENGLISH)), "a-skill", voice);
    }

    private List<String> frames() {
        return bus.everything().stream().map(new MessageCodec()::write).toList();
    }

    private static Place running(HotspotState state) {
        return new Place.Running(REQUEST, state, false);
    }
}
