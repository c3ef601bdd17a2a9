package wifisetup.platform.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// How strict the platform is. The hashes were made by `sha1sum`.
class SimulatedPlatformTest {
    /// Of the one device "lamp-1", "light", "Kitchen lamp".
    private static final String HASH = "5744fdd86b098f032fc3ec84f15f730f0ab384b4";

    private static final String LOGIN = "{\"user\":\"alice\",\"pw\":\"secret\",\"gid\":\"\",\"token\":\"credentials\"}";
    private static final String LAMP =
            "{\"uri\":\"lamp-1\",\"name\":\"Kitchen lamp\",\"iot_type\":\"light\",\"tags\":[]}";
    private static final String EVENT =
            "{\"device_uri\":\"lamp-1\",\"service_uri\":\"power\",\"value\":[{\"name\":\"metadata\",\"value\":null},"
                    + "{\"name\":\"data\",\"value\":1}]}";

    private final Map<String, Gateway> gateways = new LinkedHashMap<>();
    private final List<News> news = new ArrayList<>();
    private Conversation conversation = begin();

    @BeforeEach
    void logIn() {
        assertThat(conversation.hear(LOGIN).frame().path("status").intValue()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[]",
                "{}",
                "{\"user\":\"alice\",\"pw\":\"secret\",\"gid\":\"\"}",
                "{\"user\":\"alice\",\"pw\":\"secret\",\"gid\":null,\"token\":\"credentials\"}",
                "{\"user\":\"alice\",\"pw\":\"secret\",\"gid\":\"\",\"token\":\"other\"}",
                "{\"user\":\"alice\",\"pw\":\"secret\",\"gid\":\"\",\"token\":\"credentials\",\"more\":1}",
            })
    void whoeverDoesNotLogInToTheLetterIsSentAway(String text) {
        var reply = begin().hear(text);

        assertThat(reply.frame().path("status").intValue()).isEqualTo(400);
        assertThat(reply.last()).isTrue();
    }

    @Test
    void wrongCredentialsAreSentAway() {
        var reply = begin().hear(LOGIN.replace("secret", "guess"));

        assertThat(reply.frame().path("status").intValue()).isEqualTo(401);
        assertThat(reply.last()).isTrue();
    }

    @Test
    void aGatewayIsKnownAgainAndToldWhatBothAgreedOn() {
        tell("put", LAMP);
        tell("commit", quoted(HASH));
        String id = gateways.keySet().iterator().next();

        var greeting = begin().hear(LOGIN.replace("\"gid\":\"\"", "\"gid\":\"" + id + "\""));

        assertThat(greeting.frame().path("payload").path("gid").stringValue()).isEqualTo(id);
        assertThat(greeting.frame().path("payload").path("hash").stringValue()).isEqualTo(HASH);
    }

    @Test
    void whatWasNotCommittedIsNotAgreedOn() {
        tell("put", LAMP);
        String id = gateways.keySet().iterator().next();

        var greeting = begin().hear(LOGIN.replace("\"gid\":\"\"", "\"gid\":\"" + id + "\""));

        assertThat(greeting.frame().path("payload").path("hash").stringValue()).isEmpty();
    }

    @Test
    void aWrongHashIsRefused() {
        tell("put", LAMP);

        assertThat(tell("commit", quoted("da39a3ee5e6b4b0d3255bfef95601890afd80709")))
                .isEqualTo(409);
        assertThat(tell("commit", quoted(HASH))).isEqualTo(200);
    }

    @Test
    void aChangeBeforeTheCommitOfTheOneBeforeIsRefused() {
        assertThat(tell("put", LAMP)).isEqualTo(200);
        assertThat(tell("put", LAMP.replace("lamp-1", "lamp-2"))).isEqualTo(409);
        assertThat(tell("delete", quoted("lamp-1"))).isEqualTo(409);
        assertThat(tell("event", EVENT)).as("an event may come in between").isEqualTo(200);
    }

    @Test
    void betweenClearAndCommitThereAreDevicesAlone() {
        tell("clear", "null");

        assertThat(tell("put", LAMP)).isEqualTo(200);
        assertThat(tell("put", LAMP.replace("lamp-1", "lamp-2"))).isEqualTo(200);
        assertThat(tell("event", EVENT)).isEqualTo(409);
        assertThat(tell("disconnect", quoted("lamp-1"))).isEqualTo(409);
        assertThat(tell("delete", quoted("lamp-1"))).isEqualTo(409);
    }

    @Test
    void devicesThatAreClearedAreRememberedUntilTheyAreDeleted() {
        tell("put", LAMP);
        tell("commit", quoted(HASH));
        tell("clear", "null");
        tell("commit", quoted("da39a3ee5e6b4b0d3255bfef95601890afd80709"));
        var gateway = gateways.values().iterator().next();
        assertThat(gateway.disconnected()).containsOnlyKeys("lamp-1");
        assertThat(tell("event", EVENT)).isEqualTo(404);

        assertThat(tell("delete", quoted("lamp-1"))).isEqualTo(200);
        assertThat(tell("delete", quoted("lamp-1"))).isEqualTo(404);
        assertThat(gateway.disconnected()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dance | null | 404",
                "command | null | 404",
                "clear | {} | 400",
                "put | null | 400",
                "put | {\"uri\":\"a\",\"name\":\"b\",\"iot_type\":\"c\"} | 400",
                "put | {\"uri\":\"a\",\"name\":\"b\",\"iot_type\":\"c\",\"tags\":[\"x\"]} | 400",
                "put | {\"uri\":\"a\",\"name\":\"b\",\"iot_type\":\"c\",\"tags\":[\"device_type:x\"]} | 400",
                "commit | 7 | 400",
                "disconnect | \"nobody\" | 404",
                "event | {\"device_uri\":\"lamp-1\",\"service_uri\":\"s\",\"value\":[]} | 400",
                "event | {\"device_uri\":7,\"service_uri\":\"s\",\"value\":[]} | 400",
                "response | {\"protocol_parts\":[]} | 400",
                "response | {\"protocol_parts\":[{\"name\":\"metadata\",\"value\":1},{\"name\":\"data\",\"value\":1}]} | 404",
            })
    void whatBreaksTheRulesIsRefusedAndTold(String handler, String payload, int status) {
        assertThat(tell(handler, payload)).isEqualTo(status);
        assertThat(news.getLast())
                .isInstanceOfSatisfying(
                        News.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(status));
    }

    @Test
    void anEnvelopeWithAFieldTooFewOrTooManyIsRefused() {
        assertThat(status(conversation.hear("{\"handler\":\"clear\",\"token\":\"t\",\"payload\":null}")))
                .isEqualTo(400);
        assertThat(
                        status(
                                conversation.hear(
                                        "{\"status\":200,\"handler\":\"clear\",\"token\":\"\",\"content_type\":\"\",\"payload\":null}")))
                .isEqualTo(400);
    }

    @Test
    void aCommandIsAnsweredOnce() {
        conversation.expect("t-1");
        String response = envelope(
                "response",
                "t-1",
                "{\"protocol_parts\":[{\"name\":\"metadata\",\"value\":null},{\"name\":\"data\",\"value\":\"done\"}]}");

        assertThat(status(conversation.hear(response))).isEqualTo(200);
        assertThat(status(conversation.hear(response))).isEqualTo(404);
    }

    private int tell(String handler, String payload) {
        var reply = conversation.hear(envelope(handler, "t", payload));
        assertThat(reply.frame().path("token").stringValue()).isEqualTo("t");
        return status(reply);
    }

    private static int status(Conversation.Reply reply) {
        return reply.frame().path("status").intValue();
    }

    private static String envelope(String handler, String token, String payload) {
        return "{\"status\":200,\"handler\":\"%s\",\"token\":\"%s\",\"content_type\":\"\",\"payload\":%s}"
                .formatted(handler, token, payload);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private Conversation begin() {
        return new Conversation(SimulatedPlatformTest::isRight, this::gateway, news::add);
    }

    private static boolean isRight(ObjectNode credentials) {
        return credentials.path("pw").stringValue().equals("secret");
    }

    private Gateway gateway(String id) {
        return gateways.computeIfAbsent(id.isEmpty() ? "g-" + gateways.size() : id, Gateway::new);
    }
}
