package wifisetup.network.dbus;

import wifisetup.dbus.BusException;
import wifisetup.network.Failure;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// What the errors of the bus mean to a person.
final class Failures {
    private Failures() {}

    /// The failure that `error` shows.
    ///
    /// @param action the polkit action that the call needs, to be named when it was denied
    static Failure of(BusException error, String action) {
        if (error.isAboutPermission()) {
            // The settings service has an error of its own: there it was changing profiles that was denied.
            boolean profiles = error.error().contains(".Settings.");
            return new Failure.Denied(profiles ? NetworkManagerApi.MAY_MODIFY : action);
        }
        if (error.isAboutAMissingService()) {
            return new Failure.BackendUnavailable(message(error));
        }
        if (error.error().endsWith(".UnknownDevice")) {
            return new Failure.NoAdapter();
        }
        return new Failure.Other(message(error));
    }

    private static String message(BusException error) {
        return String.valueOf(error.getMessage());
    }
}
