package wifisetup.setup;

/// A registered set-up client: one tile on the selection screen.
///
/// @param id its address in `activate.{clientID}`
/// @param name what it calls itself
/// @param displayText what it calls itself to people
/// @param hasGui whether it shows something on the panel
/// @param requiresInput whether it needs touch or keys on the panel
/// @param builtIn whether it is part of this program; one of the same name on the bus takes its place
public record Client(
        ClientId id,
        String name,
        ClientType type,
        String displayText,
        boolean hasGui,
        boolean requiresInput,
        boolean builtIn) {}
