package wifisetup.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MessageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"source\":\"a\",\"destination\":\"b\",\"s\":1} | {} | {\"source\":\"b\",\"destination\":\"a\",\"s\":1}",
                "{\"source\":\"a\"} | {} | {\"source\":\"a\"}",
                "{\"destination\":\"b\"} | {} | {\"destination\":\"b\"}",
                "{\"source\":\"a\",\"destination\":\"b\"} | {\"destination\":\"c\"} | {\"source\":\"c\",\"destination\":\"a\"}",
                "{\"source\":\"a\"} | {\"destination\":\"c\"} | {\"source\":\"c\",\"destination\":\"a\"}",
                "{\"source\":\"a\",\"destination\":[\"b\",\"c\"]} | {} | {\"source\":[\"b\",\"c\"],\"destination\":\"a\"}",
            })
    void aReplySwapsSourceAndDestination(String context, String data, String expected) {
        var message = new Message("q", object("{}"), object(context));

        assertThat(message.response(object(data))).isEqualTo(new Message("q.response", object(data), object(expected)));
    }

    @Test
    void aForwardKeepsTheContext() {
        var message = new Message("q", object("{\"a\":1}"), object("{\"source\":\"a\",\"destination\":\"b\"}"));

        assertThat(message.forward("r", object("{}"))).isEqualTo(new Message("r", object("{}"), message.context()));
    }

    @Test
    void neitherTheTreesGivenNorThoseGottenChangeTheMessage() {
        var data = object("{\"a\":1}");
        var message = Message.of("q", data);
        data.put("a", 2);
        message.data().put("a", 3);
        message.context().put("a", 4);

        assertThat(message).isEqualTo(Message.of("q", object("{\"a\":1}")));
    }

    @Test
    void itPrintsItsTypeAlone() {
        assertThat(Message.of("q", object("{\"password\":\"hunter2\"}"))).hasToString("Message[q]");
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }
}
