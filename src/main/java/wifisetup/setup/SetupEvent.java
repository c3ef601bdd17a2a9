package wifisetup.setup;

import java.time.Instant;
import java.util.Optional;
import wifisetup.network.NetworkStatus;

/// What can happen to the device's set-up.
public sealed interface SetupEvent {
    /// The program is up.
    ///
    /// @param bootId the kernel's name of this boot
    record Started(String bootId) implements SetupEvent {}

    /// A client wants to be registered.
    ///
    /// @param fresh the id it gets if it is new
    /// @param builtIn whether it is part of this program
    record Register(Asker asker, Registration registration, ClientId fresh, boolean builtIn, Instant at)
            implements SetupEvent {}

    /// A client wants to be gone: named by either.
    record Deregister(Asker asker, Optional<ClientId> id, Optional<String> name) implements SetupEvent {}

    /// Somebody wants to know the clients.
    record ListClients(Asker asker) implements SetupEvent {}

    /// Somebody wants that client at work.
    record SetActive(Asker asker, String name, ClientId id) implements SetupEvent {}

    /// Somebody chose that client on a selection screen.
    record Select(Asker asker, String name, ClientId id) implements SetupEvent {}

    /// The client at work, or the one of that name, shall stop.
    record RemoveActive(Asker asker, Optional<String> name) implements SetupEvent {}

    /// The client at work, or the one of that name, gave up.
    record ClientFailed(Asker asker, Optional<String> name, String error) implements SetupEvent {}

    /// A selection screen was dismissed.
    record SelectionDismissed(Asker asker) implements SetupEvent {}

    /// "Connect later".
    ///
    /// @param bootId the boot in which that is said
    record Skip(Asker asker, String bootId) implements SetupEvent {}

    /// "Never connect".
    record NeverConnect(Asker asker) implements SetupEvent {}

    /// The "Wi-Fi setup" button, or a client that wants to start over.
    record UserActivated(Asker asker) implements SetupEvent {}

    /// Somebody wants to know how it stands.
    record StatusAsked(Asker asker) implements SetupEvent {}

    /// Somebody wants to know whether the device is ready to go on.
    record InternetAsked(Asker asker) implements SetupEvent {}

    /// Somebody on the bus says that the device is online.
    record InternetReported() implements SetupEvent {}

    /// The connection changed.
    record NetworkChanged(NetworkStatus status) implements SetupEvent {}

    /// How it stands with a network that is tried for somebody who manages the device.
    record TryoutSeen(Tryout tryout) implements SetupEvent {}

    /// The clock is set.
    record ClockSet() implements SetupEvent {}

    /// Somebody says whether there is a screen.
    record ScreenReported(boolean connected) implements SetupEvent {}

    /// A timer that was started has run out.
    record TimeUp(long timer) implements SetupEvent {}

    /// Another registry answers on this bus, or no longer does.
    record StandingChanged(Standing standing) implements SetupEvent {}

    /// An effect could not be performed.
    record EffectFailed(String what, String error) implements SetupEvent {}
}
