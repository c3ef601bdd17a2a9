package wifisetup.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The hashes were made by `printf '%s' … | sha1sum`.
class DeviceDescriptionTest {
    private static final DeviceDescription LAMP = new DeviceDescription("lamp-1", "light", "Kitchen lamp");
    private static final DeviceDescription FOREIGN = new DeviceDescription("ø7", "thermomètre", "Küche ☕");

    @Test
    void theHashIsOfIdTypeAndName() {
        assertThat(LAMP.hash()).isEqualTo("885e8bc1119b72b090afaeccfec821da2dc3d50d");
    }

    @Test
    void theHashIsOfUtf8() {
        assertThat(FOREIGN.hash()).isEqualTo("b3c6f4941d95ec4a8fdd27a375db1961cd31e6d3");
    }

    @Test
    void tagsCountInTheOrderInWhichTheyWereAdded() {
        var one = new Device(LAMP);
        one.addTag("room", "kitchen");
        one.addTag("colour", "warm white");
        var other = new Device(LAMP);
        other.addTag("colour", "warm white");
        other.addTag("room", "kitchen");

        assertThat(one.hash()).isEqualTo("bec73b85865cf095c173638042fc47f8f5efb57f");
        assertThat(other.hash()).isEqualTo("2bb310d98080806ac5d751d9554b31b0cd8941cf");
    }

    @Test
    void theHashOfNoDevicesIsTheOneOfNoText() {
        assertThat(DeviceDescription.hash(List.of())).isEqualTo("da39a3ee5e6b4b0d3255bfef95601890afd80709");
    }

    @Test
    void theHashOfOneDeviceIsTheHashOfItsHash() {
        assertThat(DeviceDescription.hash(List.of(LAMP))).isEqualTo("5744fdd86b098f032fc3ec84f15f730f0ab384b4");
    }

    @Test
    void theHashOfDevicesDoesNotDependOnTheirOrder() {
        assertThat(DeviceDescription.hash(List.of(LAMP, FOREIGN)))
                .isEqualTo(DeviceDescription.hash(List.of(FOREIGN, LAMP)))
                .isEqualTo("abc8b61faea5f8d9aec5ca3e7c803922e01fc5d5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a:b", "a;b", "device_name", "device_type", "\ud83d"})
    void aTagIdThatWouldBeMisreadIsRefused(String id) {
        var tags = new LinkedHashMap<String, String>();
        tags.put(id, "tag");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeviceDescription("id", "type", "name", tags))
                .withMessageContaining("expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", ";", "\udc00"})
    void aTagThatWouldBeMisreadIsRefused(String tag) {
        var device = new Device(LAMP);

        assertThatIllegalArgumentException().isThrownBy(() -> device.addTag("id", tag));
        assertThat(device.tags()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "\ud83d"})
    void anIdTypeOrNameThatIsNoTextIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Device(text, "type", "name"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Device("id", text, "name"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Device("id", "type", text));
    }

    @Test
    void aDescriptionDoesNotChangeWithTheDevice() {
        var device = new Device(LAMP);
        var before = device.description();

        device.rename("Hall lamp");
        device.addTag("room", "hall");

        assertThat(before).isEqualTo(LAMP);
        assertThat(device.name()).isEqualTo("Hall lamp");
        assertThat(device.hash()).isNotEqualTo(LAMP.hash());
    }

    @Test
    void aTagKeepsItsPlaceWhenItChanges() {
        var device = new Device(LAMP);
        device.addTag("a", "1");
        device.addTag("b", "2");
        device.changeTag("a", "3");

        assertThat(device.tags()).containsExactly(java.util.Map.entry("a", "3"), java.util.Map.entry("b", "2"));
    }

    @Test
    void tagsAreAddedOnceAndChangedOrRemovedWhereTheyAre() {
        var device = new Device(LAMP);
        device.addTag("a", "1");

        assertThatIllegalArgumentException().isThrownBy(() -> device.addTag("a", "2"));
        assertThatIllegalArgumentException().isThrownBy(() -> device.changeTag("b", "2"));
        assertThatIllegalArgumentException().isThrownBy(() -> device.removeTag("b"));
        device.removeTag("a");

        assertThat(device.tags()).isEmpty();
    }
}
