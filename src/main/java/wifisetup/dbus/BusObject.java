package wifisetup.dbus;

import java.time.Duration;
import java.util.List;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/// An object on the bus. It holds nothing of the object's: each call asks it, and it may be gone.
public record BusObject(Bus bus, String service, String path) {
    private static final String PROPERTIES = "org.freedesktop.DBus.Properties";

    /// Another object of the same service.
    public BusObject at(String otherPath) {
        return new BusObject(bus, service, otherPath);
    }

    /// Calls a method.
    ///
    /// @param signature of the arguments, null if there are none
    public List<Object> call(String iface, String member, @Nullable String signature, Object... arguments)
            throws BusException, InterruptedException {
        return bus.call(service, path, iface, member, signature, arguments);
    }

    /// Calls a method and waits at most `limit` for its answer.
    public List<Object> call(
            Duration limit, String iface, String member, @Nullable String signature, Object... arguments)
            throws BusException, InterruptedException {
        return bus.call(limit, service, path, iface, member, signature, arguments);
    }

    /// All properties of an interface.
    public PropertyMap properties(String iface) throws BusException, InterruptedException {
        return PropertyMap.of(call(PROPERTIES, "GetAll", "s", iface).getFirst());
    }

    /// Sets a property.
    public void set(String iface, String name, Variant<?> value) throws BusException, InterruptedException {
        call(PROPERTIES, "Set", "ssv", iface, name, value);
    }
}
