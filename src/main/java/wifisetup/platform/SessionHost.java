package wifisetup.platform;

import java.util.List;
import java.util.Optional;

/// The side that a [Session] serves. What it is told may come on any thread, and it never makes that wait.
public interface SessionHost {
    /// The gateway id that was stored, if there was one before.
    Optional<String> gateway();

    /// The devices at this moment. Asked once in a session, when the platform is to know them.
    List<DeviceDescription> devices();

    /// The session that is being opened has come to `stage`.
    void reached(Stage stage);

    /// The platform wants something done; a command can come as soon as the platform knows the devices.
    void received(Message command);

    /// The session ended by itself, after it was open. Told once; never after [Session#close()].
    void lost(ConnectionFailure why);
}
