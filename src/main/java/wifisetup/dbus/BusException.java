package wifisetup.dbus;

/// A call on the bus that did not succeed. The message never holds an argument of the call.
public final class BusException extends Exception {
    private static final long serialVersionUID = 1;

    /// The error of a call that nobody answered in time (D-Bus specification, "Message Types").
    public static final String NO_REPLY = "org.freedesktop.DBus.Error.NoReply";

    /// The error of a call without a connection.
    public static final String DISCONNECTED = "org.freedesktop.DBus.Error.Disconnected";

    private final String error;

    /// An error that came as an answer, or one of the two of ours.
    public BusException(String error, String message) {
        super(error + ": " + message);
        this.error = error;
    }

    /// A connection that cannot be used.
    public BusException(String message, Throwable cause) {
        super(DISCONNECTED + ": " + message, cause);
        this.error = DISCONNECTED;
    }

    /// The D-Bus name of the error.
    public String error() {
        return error;
    }

    /// Whether the object is not there, or no longer.
    public boolean isAboutAVanishedObject() {
        return error.endsWith(".UnknownObject")
                || error.endsWith(".UnknownMethod")
                || error.endsWith(".UnknownInterface");
    }

    /// Whether it is not known if what was asked for has been done.
    public boolean isAboutAMissingAnswer() {
        return error.equals(NO_REPLY);
    }

    /// Whether nobody is there to answer.
    public boolean isAboutAMissingService() {
        return error.equals(NO_REPLY)
                || error.equals(DISCONNECTED)
                || error.endsWith(".ServiceUnknown")
                || error.endsWith(".NameHasNoOwner");
    }

    /// Whether the caller lacks a permission.
    public boolean isAboutPermission() {
        return error.endsWith(".PermissionDenied") || error.endsWith(".AccessDenied");
    }
}
