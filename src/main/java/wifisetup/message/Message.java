package wifisetup.message;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One message of the bus: what it is about, what it says, and the context that answers carry over.
///
/// It never changes: the trees are copied on their way in and on their way out, so a caller may alter what it gets.
/// It prints its type alone, because data may hold passwords.
///
/// @param type the name of the event, such as `mycroft.internet.connected`
/// @param data what the event says
/// @param context who asked whom, in which session
public record Message(String type, ObjectNode data, ObjectNode context) {
    private static final String SOURCE = "source";
    private static final String DESTINATION = "destination";

    /// Keeps its own copies of the trees.
    public Message {
        data = data.deepCopy();
        context = context.deepCopy();
    }

    /// A message without data and context.
    public static Message of(String type) {
        return of(type, empty());
    }

    /// A message with `data` and without context.
    public static Message of(String type, ObjectNode data) {
        return new Message(type, data, empty());
    }

    /// A copy of the data.
    @Override
    public ObjectNode data() {
        return data.deepCopy();
    }

    /// A copy of the context.
    @Override
    public ObjectNode context() {
        return context.deepCopy();
    }

    /// An answer: this context, in which source and destination have swapped places where both stand in it. A
    /// `destination` in the data overrides the context's before that, as in the Python clients.
    public Message reply(String type, ObjectNode data) {
        var answered = context.deepCopy();
        JsonNode named = data.get(DESTINATION);
        if (named != null) {
            answered.set(DESTINATION, named.deepCopy());
        }
        JsonNode source = answered.get(SOURCE);
        JsonNode destination = answered.get(DESTINATION);
        if (source != null && destination != null) {
            answered.set(SOURCE, destination);
            answered.set(DESTINATION, source);
        }
        return new Message(type, data, answered);
    }

    /// The reply whose type is this type with `.response` behind it.
    public Message response(ObjectNode data) {
        return reply(type + ".response", data);
    }

    /// Another message in the same context.
    public Message forward(String type, ObjectNode data) {
        return new Message(type, data, context);
    }

    @Override
    public String toString() {
        return "Message[" + type + "]";
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
