package wifisetup.dbus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.Variant;

/// A D-Bus dictionary `a{sv}`, read by name. A key that is missing reads as empty, zero or false, because services of
/// other versions leave some out.
public record PropertyMap(Map<?, ?> entries) {
    public static final PropertyMap EMPTY = new PropertyMap(Map.of());

    /// A dictionary among the arguments of a message.
    public static PropertyMap of(Object argument) {
        return new PropertyMap((Map<?, ?>) argument);
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /// A string or an object path.
    public String text(String key) {
        return value(key).map(Object::toString).orElse("");
    }

    /// A number of any width.
    public long number(String key) {
        return value(key).map(value -> ((Number) value).longValue()).orElse(0L);
    }

    public boolean flag(String key) {
        return value(key).map(Boolean.TRUE::equals).orElse(false);
    }

    /// A dictionary in the dictionary.
    public PropertyMap section(String key) {
        return value(key).map(PropertyMap::of).orElse(EMPTY);
    }

    /// An array of bytes.
    public byte[] bytes(String key) {
        return value(key).map(PropertyMap::bytes).orElse(new byte[0]);
    }

    /// The bytes of an array among the arguments of a message.
    public static byte[] bytes(Object array) {
        var list = list(array);
        var bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = ((Number) list.get(i)).byteValue();
        }
        return bytes;
    }

    /// An array of anything.
    public List<?> list(String key) {
        return value(key).map(PropertyMap::list).orElse(List.of());
    }

    /// The elements of an array among the arguments of a message.
    public static List<?> list(Object array) {
        return switch (array) {
            case byte[] bytes -> boxed(bytes);
            case Object[] objects -> List.of(objects);
            case Collection<?> collection -> List.copyOf(collection);
            default -> throw new IllegalArgumentException("expected an array, found " + array.getClass());
        };
    }

    private Optional<Object> value(String key) {
        Object value = entries.get(key);
        return Optional.ofNullable(value instanceof Variant<?> variant ? variant.getValue() : value);
    }

    private static List<Byte> boxed(byte[] bytes) {
        var list = new ArrayList<Byte>();
        for (byte b : bytes) {
            list.add(b);
        }
        return list;
    }
}
