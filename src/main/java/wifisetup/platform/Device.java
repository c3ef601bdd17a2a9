package wifisetup.platform;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// A device: what it is and what it is called. Programs with more to say of their devices extend it. Any thread.
///
/// A change is known to the platform once [PlatformClient#update] has told it.
public class Device {
    private final AtomicReference<DeviceDescription> description;

    /// A device without tags.
    ///
    /// @throws IllegalArgumentException if a part breaks the rules of [DeviceDescription]
    public Device(String id, String type, String name) {
        this(new DeviceDescription(id, type, name));
    }

    /// The device of that description.
    public Device(DeviceDescription description) {
        this.description = new AtomicReference<>(description);
    }

    /// Its id, unique among the devices of a client.
    public final String id() {
        return description().id();
    }

    /// Its type, which the platform must know beforehand.
    public final String type() {
        return description().type();
    }

    /// What people call it.
    public final String name() {
        return description().name();
    }

    /// Its tags by their ids, in the order in which they were added. Unmodifiable.
    public final SequencedMap<String, String> tags() {
        return description().tags();
    }

    /// By this the platform recognises whether it knows the device as it is: [DeviceDescription#hash()].
    public final String hash() {
        return description().hash();
    }

    /// All of that at one moment.
    public final DeviceDescription description() {
        return description.get();
    }

    /// Calls it otherwise.
    ///
    /// @throws IllegalArgumentException if the name breaks the rules of [DeviceDescription]
    public final void rename(String name) {
        description.updateAndGet(now -> new DeviceDescription(now.id(), now.type(), name, now.tags()));
    }

    /// Adds a tag, behind the others.
    ///
    /// @throws IllegalArgumentException if there is one of that id, or it breaks the rules of
    ///     [DeviceDescription]
    public final void addTag(String id, String tag) {
        changeTags(tags -> {
            if (tags.putIfAbsent(id, tag) != null) {
                throw new IllegalArgumentException("tag " + id + ": expected a new one, found it there");
            }
        });
    }

    /// Changes a tag, which keeps its place.
    ///
    /// @throws IllegalArgumentException if there is none of that id, or it breaks the rules of
    ///     [DeviceDescription]
    public final void changeTag(String id, String tag) {
        changeTags(tags -> {
            if (tags.replace(id, tag) == null) {
                throw new IllegalArgumentException("tag " + id + ": expected one to change, found none");
            }
        });
    }

    /// Removes a tag.
    ///
    /// @throws IllegalArgumentException if there is none of that id
    public final void removeTag(String id) {
        changeTags(tags -> {
            if (tags.remove(id) == null) {
                throw new IllegalArgumentException("tag " + id + ": expected one to remove, found none");
            }
        });
    }

    private void changeTags(Consumer<SequencedMap<String, String>> change) {
        description.updateAndGet(now -> {
            var tags = new LinkedHashMap<>(now.tags());
            change.accept(tags);
            return new DeviceDescription(now.id(), now.type(), now.name(), tags);
        });
    }

    @Override
    public String toString() {
        return type() + " " + id();
    }
}
