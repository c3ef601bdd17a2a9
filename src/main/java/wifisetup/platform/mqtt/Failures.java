package wifisetup.platform.mqtt;

import com.hivemq.client.mqtt.exceptions.MqttDecodeException;
import com.hivemq.client.mqtt.exceptions.MqttEncodeException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAckReasonCode;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import wifisetup.platform.ConnectionFailure;

/// What a broker's refusals mean in the connector's words.
final class Failures {
    /// HTTP status codes (RFC 9110, 15.5 and 15.6), in which the connector speaks of refusals.
    private static final int BAD_REQUEST = 400;

    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    private Failures() {}

    /// Why there is no session.
    static ConnectionFailure ofConnect(@Nullable Throwable thrown) {
        return causes(thrown)
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElseGet(() -> unknown(thrown));
    }

    /// The status of what the broker did not take; none if the connection broke.
    static Optional<Integer> ofPublish(@Nullable Throwable thrown) {
        return causes(thrown)
                .flatMap(cause -> switch (cause) {
                    case Mqtt5PubAckException refused ->
                        Stream.of(status(refused.getMqttMessage().getReasonCode()));
                    case MqttEncodeException _ -> Stream.of(TOO_LARGE);
                    default -> Stream.<Integer>empty();
                })
                .findFirst();
    }

    private static Optional<ConnectionFailure> known(Throwable cause) {
        return switch (cause) {
            case Mqtt5ConnAckException refused ->
                Optional.of(refused(refused.getMqttMessage().getReasonCode()));
            case Mqtt5DisconnectException ended ->
                Optional.of(
                        new ConnectionFailure.Lost(word(ended.getMqttMessage().getReasonCode())));
            case MqttDecodeException foreign ->
                Optional.of(new ConnectionFailure.NotUnderstood("no MQTT: " + foreign.getMessage()));
            case Mqtt5SubAckException refused -> Optional.of(subscriptionRefused(refused));
            case SSLException tls -> ConnectionFailure.ofTls(tls);
            default -> Optional.empty();
        };
    }

    private static ConnectionFailure subscriptionRefused(Mqtt5SubAckException refused) {
        return refused.getMqttMessage().getReasonCodes().stream()
                .filter(Mqtt5SubAckReasonCode::isError)
                .findFirst()
                .<ConnectionFailure>map(code -> new ConnectionFailure.Refused(
                        code == Mqtt5SubAckReasonCode.NOT_AUTHORIZED ? FORBIDDEN : SERVER_ERROR,
                        "subscription: " + word(code)))
                .orElseGet(() -> new ConnectionFailure.NotUnderstood("subscription: " + refused.getMessage()));
    }

    private static ConnectionFailure refused(Mqtt5ConnAckReasonCode code) {
        return switch (code) {
            case BAD_USER_NAME_OR_PASSWORD, NOT_AUTHORIZED, BANNED, BAD_AUTHENTICATION_METHOD ->
                new ConnectionFailure.WrongCredentials(word(code));
            case UNSUPPORTED_PROTOCOL_VERSION, MALFORMED_PACKET, PROTOCOL_ERROR ->
                new ConnectionFailure.NotUnderstood(word(code));
            case SERVER_BUSY,
                    SERVER_UNAVAILABLE,
                    QUOTA_EXCEEDED,
                    CONNECTION_RATE_EXCEEDED,
                    USE_ANOTHER_SERVER,
                    SERVER_MOVED -> new ConnectionFailure.Refused(UNAVAILABLE, word(code));
            case UNSPECIFIED_ERROR, IMPLEMENTATION_SPECIFIC_ERROR ->
                new ConnectionFailure.Refused(SERVER_ERROR, word(code));
            case SUCCESS,
                    CLIENT_IDENTIFIER_NOT_VALID,
                    TOPIC_NAME_INVALID,
                    PACKET_TOO_LARGE,
                    PAYLOAD_FORMAT_INVALID,
                    RETAIN_NOT_SUPPORTED,
                    QOS_NOT_SUPPORTED -> new ConnectionFailure.Refused(BAD_REQUEST, word(code));
        };
    }

    private static int status(Mqtt5PubAckReasonCode code) {
        return switch (code) {
            // A broker refuses our topics by its settings, which are put right, and not for one event's sake.
            case NOT_AUTHORIZED, TOPIC_NAME_INVALID -> FORBIDDEN;
            case QUOTA_EXCEEDED -> TOO_MANY;
            case PAYLOAD_FORMAT_INVALID -> BAD_REQUEST;
            case SUCCESS,
                    NO_MATCHING_SUBSCRIBERS,
                    PACKET_IDENTIFIER_IN_USE,
                    UNSPECIFIED_ERROR,
                    IMPLEMENTATION_SPECIFIC_ERROR -> SERVER_ERROR;
        };
    }

    private static ConnectionFailure unknown(@Nullable Throwable thrown) {
        var last = causes(thrown).reduce((_, cause) -> cause);
        String detail = last.map(Failures::detail).orElse("nobody answers");
        // A connection that was made can be reset; one that was not is another thing.
        return last.filter(cause -> cause instanceof SocketException && !(cause instanceof ConnectException))
                .<ConnectionFailure>map(_ -> new ConnectionFailure.Lost(detail))
                .orElseGet(() -> new ConnectionFailure.Unreachable(detail));
    }

    private static Stream<Throwable> causes(@Nullable Throwable thrown) {
        return thrown == null ? Stream.empty() : Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }

    static String detail(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }

    private static String word(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
