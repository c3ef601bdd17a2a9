package wifisetup.platform.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.datatypes.MqttUtf8String;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperties;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAck;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
    /// 400 would drop the event, and the next one, to the last of the outbox.
    @ParameterizedTest
    @CsvSource({
        "NOT_AUTHORIZED, 403",
        "TOPIC_NAME_INVALID, 403",
        "PACKET_IDENTIFIER_IN_USE, 500",
        "QUOTA_EXCEEDED, 429",
        "PAYLOAD_FORMAT_INVALID, 400"
    })
    void onlyWhatIsTheMessagesOwnFaultIsABadRequest(Mqtt5PubAckReasonCode code, int status) {
        assertThat(Failures.ofPublish(new Mqtt5PubAckException(new Refusal(code), "refused")))
                .contains(status);
    }

    private record Refusal(Mqtt5PubAckReasonCode code) implements Mqtt5PubAck {
        @Override
        public Mqtt5PubAckReasonCode getReasonCode() {
            return code;
        }

        @Override
        public Optional<MqttUtf8String> getReasonString() {
            return Optional.empty();
        }

        @Override
        public Mqtt5UserProperties getUserProperties() {
            return Mqtt5UserProperties.of();
        }
    }
}
