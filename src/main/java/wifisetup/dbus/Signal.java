package wifisetup.dbus;

import java.util.List;

/// A signal as it came from the bus.
///
/// @param sender the unique name of who sent it, or the bus itself
public record Signal(String sender, String path, String iface, String member, List<Object> arguments) {
    /// Keeps its own copy of the arguments.
    public Signal {
        arguments = List.copyOf(arguments);
    }

    public boolean is(String wantedInterface, String wantedMember) {
        return iface.equals(wantedInterface) && member.equals(wantedMember);
    }

    /// An argument that is a number of any width.
    public int number(int index) {
        return ((Number) arguments.get(index)).intValue();
    }

    /// An argument that is a string or an object path.
    public String text(int index) {
        return arguments.get(index).toString();
    }

    /// Whether this tells new values of properties of that interface (`org.freedesktop.DBus.Properties`).
    public boolean changes(String wantedInterface) {
        return is("org.freedesktop.DBus.Properties", "PropertiesChanged") && text(0).equals(wantedInterface);
    }

    /// The new values, of a signal that [#changes] them.
    public PropertyMap changed() {
        return PropertyMap.of(arguments.get(1));
    }
}
