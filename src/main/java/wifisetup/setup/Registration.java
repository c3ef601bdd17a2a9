package wifisetup.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A client's request to be registered, as it came: any field may be missing.
///
/// @param wrongTypes fields that came with a value of a wrong kind; they count as missing
public record Registration(
        Optional<String> name,
        Optional<String> type,
        Optional<String> displayText,
        boolean hasGui,
        boolean requiresInput,
        List<String> wrongTypes) {
    /// Keeps its own copy.
    public Registration {
        wrongTypes = List.copyOf(wrongTypes);
    }

    /// The registration of a client that knows what it is.
    public static Registration of(
            String name, ClientType type, String displayText, boolean hasGui, boolean requiresInput) {
        return new Registration(
                Optional.of(name),
                Optional.of(type.word()),
                Optional.of(displayText),
                hasGui,
                requiresInput,
                List.of());
    }

    /// What is wrong with it, in one sentence; empty if it can be accepted.
    Optional<String> flaw() {
        var flaws = new ArrayList<String>();
        wrongTypes.forEach(field -> flaws.add(field + " has a value of a wrong type"));
        present(name, "client", flaws);
        present(displayText, "display_text", flaws);
        if (present(type, "type", flaws) && ClientType.of(type.orElseThrow()).isEmpty()) {
            flaws.add("type is neither onDevice nor Remote");
        }
        if (wrongTypes.isEmpty() && !hasGui && !requiresInput) {
            flaws.add("a client has a gui or requires input, this one has neither");
        }
        return flaws.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", flaws));
    }

    private boolean present(Optional<String> value, String field, List<String> flaws) {
        boolean present = value.filter(text -> !text.isBlank()).isPresent();
        if (!present && !wrongTypes.contains(field)) {
            flaws.add(field + " is missing");
        }
        return present;
    }

    Client accept(ClientId id, boolean builtIn) {
        return new Client(
                id,
                name.orElseThrow(),
                type.flatMap(ClientType::of).orElseThrow(),
                displayText.orElseThrow(),
                hasGui,
                requiresInput,
                builtIn);
    }
}
