package wifisetup.platform.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5WillPublish;
import java.time.Duration;
import java.util.List;
import wifisetup.platform.DeviceDescription;
import wifisetup.platform.Message;
import wifisetup.platform.Request;

/// What one gateway publishes. Any thread.
record Packets(Topics topics, Payloads payloads) {
    /// How long the broker keeps our will back (MQTT 5.0, 3.1.3.2.2): who is back by then was never gone, and
    /// who takes over his own session does not hear his own will.
    private static final Duration WILL_DELAY = Duration.ofSeconds(5);

    /// The last will. A connection has one (MQTT 5.0, 3.1.2.5): of several devices it can name none, so it names
    /// their gateway.
    ///
    /// @param devices those at the connection
    Mqtt5WillPublish will(List<DeviceDescription> devices) {
        return Mqtt5WillPublish.builder()
                .topic(devices.size() == 1 ? topics.state(devices.getFirst().id()) : topics.ownState())
                .payload(payloads.connected(false))
                .contentType(Message.JSON)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .delayInterval(WILL_DELAY.toSeconds())
                .build();
    }

    /// Whether the gateway itself is there.
    Mqtt5Publish gateway(boolean connected) {
        return retained(topics.ownState(), payloads.connected(connected));
    }

    /// A device that is here.
    Mqtt5Publish here(DeviceDescription device) {
        return retained(topics.state(device.id()), payloads.state(device));
    }

    /// A device that is no longer here.
    Mqtt5Publish gone(String device) {
        return retained(topics.state(device), payloads.connected(false));
    }

    /// A device that is to be forgotten: an empty payload takes away what was retained (MQTT 5.0, 3.3.1.3).
    Mqtt5Publish deleted(String device) {
        return retained(topics.state(device), new byte[0]);
    }

    Mqtt5Publish event(Request.Event event) {
        return message(topics.event(event.device()), payloads.event(event)).build();
    }

    Mqtt5Publish response(Request.Response response) {
        var message = message(topics.response(response.command().device().orElse("")), payloads.response(response));
        byte[] correlation = payloads.correlation(response.command());
        return (correlation.length == 0 ? message : message.correlationData(correlation)).build();
    }

    private static Mqtt5Publish retained(String topic, byte[] payload) {
        return message(topic, payload).retain(true).build();
    }

    private static Mqtt5PublishBuilder.Complete message(String topic, byte[] payload) {
        return Mqtt5Publish.builder()
                .topic(topic)
                .payload(payload)
                .contentType(Message.JSON)
                .qos(MqttQos.AT_LEAST_ONCE);
    }
}
