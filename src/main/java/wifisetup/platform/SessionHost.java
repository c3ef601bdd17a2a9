package wifisetup.platform;

import java.util.List;
import java.util.Optional;

/// The side that a [Session] serves. What it is told may come on any thread, and it never makes that wait, but
/// for [#gateway(String)].
public interface SessionHost {
    /// The gateway id to come with, if there is one from before.
    Optional<String> gateway();

    /// The gateway id under which the platform knows us from now on. It is told on the thread that opens the
    /// session, as early as it is known: with the platform's greeting, or before the first word to a platform
    /// that leaves the choice to us. It is stored when this returns, so that an attempt that fails later does not
    /// leave one more gateway behind.
    void gateway(String id);

    /// The devices at this moment. Asked once in a session, when the platform is to know them.
    List<DeviceDescription> devices();

    /// The session that is being opened has come to `stage`.
    void reached(Stage stage);

    /// The platform wants something done; a command can come as soon as the platform knows the devices.
    void received(Message command);

    /// The session ended by itself, after it was open. Told once; never after [Session#close()].
    void lost(ConnectionFailure why);
}
