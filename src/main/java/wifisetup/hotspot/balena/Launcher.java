package wifisetup.hotspot.balena;

import java.util.Optional;
import wifisetup.network.Failure;
import wifisetup.network.Ssid;

/// Whoever starts the program.
interface Launcher {
    /// Ends what a kiosk that died has left running, if it did.
    ///
    /// @return the name of its hotspot, if that is known
    Optional<Ssid> endOrphan() throws InterruptedException;

    /// Starts the program.
    ///
    /// @param ear told what it prints and how it ends, on threads of the launcher's
    /// @throws LaunchException if it cannot be started; nothing of it is left then
    Run launch(PortalValues values, Ssid ssid, Ear ear) throws LaunchException, InterruptedException;

    /// Who hears the program.
    interface Ear {
        /// It printed that line; may wait until there is room for it, and so hold the program back.
        void said(String line);

        /// It is over, and all that it printed was told: with that exit code, or 128 and the number of a signal.
        void exited(int code);

        /// It can no longer be followed.
        void lost(Failure failure);
    }

    /// The program as it runs.
    interface Run extends AutoCloseable {
        /// Asks it to end.
        void interrupt();

        /// Ends it and all that it started. It returns at once.
        void kill();

        /// Leaves nothing of it, whatever it does; waits for that, 3 s at most: the kiosk's own end waits
        /// little longer. May be called on a thread that was interrupted.
        @Override
        void close();
    }
}
