package wifisetup.network.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wifisetup.dbus.PrivateBus;
import wifisetup.dbus.PropertyMap;
import wifisetup.loop.ManualTimer;
import wifisetup.network.Failure;
import wifisetup.network.Ssid;
import wifisetup.network.WifiException;

/// Copies of profiles, and what is left of access points, against a NetworkManager on a bus of our own.
@SuppressWarnings("NullAway.Init") // before each test
class SavedProfilesTest {
    private static final Map<String, Map<String, Variant<?>>> HOME = Map.of(
            "connection", Map.of("id", text("Home"), "uuid", text("uuid-home"), "type", text("802-11-wireless")),
            "802-11-wireless", Map.of("ssid", bytes("HomeNet"), "hidden", new Variant<>(true)),
            "802-11-wireless-security", Map.of("key-mgmt", text("wpa-psk"), "psk", text("correct-horse")));
    private static final Map<String, Map<String, Variant<?>>> CORP = Map.of(
            "connection", Map.of("id", text("Corp"), "uuid", text("uuid-corp"), "type", text("802-11-wireless")),
            "802-11-wireless", Map.of("ssid", bytes("CorpNet")),
            "802-11-wireless-security", Map.of("key-mgmt", text("wpa-eap")),
            "802-1x", Map.of("identity", text("alice"), "password", text("corp-pass-1")));
    private static final Map<String, Map<String, Variant<?>>> ACCESS_POINT = Map.of(
            "connection", Map.of("id", text("Hotspot"), "uuid", text("uuid-ap"), "type", text("802-11-wireless")),
            "802-11-wireless", Map.of("ssid", bytes("OVOS"), "mode", text("ap")));

    private PrivateBus bus;
    private FakeNetworkManager networkManager;
    private ServiceConnection service;
    private SavedProfiles saved;
    private Leftovers leftovers;

    @BeforeEach
    void begin() throws Exception {
        bus = new PrivateBus();
        networkManager = new FakeNetworkManager(bus.address());
        service = new ServiceConnection(
                BusAddress.of(bus.address()),
                OptionalLong.empty(),
                new ManualTimer(),
                Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()));
        var profiles = new Profiles(service);
        saved = new SavedProfiles(service, profiles);
        leftovers = new Leftovers(service, profiles);
    }

    @AfterEach
    void end() throws Exception {
        service.close();
        networkManager.close();
        bus.close();
    }

    @Test
    void whatWasDeletedIsSavedAnewWithItsSecretsAndItsUuid() throws Exception {
        networkManager.keepProfile(HOME);
        networkManager.keepProfile(CORP);
        var copy = saved.take();
        var before = kept();
        networkManager.removeAllProfiles();

        assertThat(copy.restore()).isEqualTo(2);

        assertThat(kept()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(before.toString()).contains("correct-horse", "corp-pass-1");
    }

    @Test
    void whatIsThereStillIsLeftAlone() throws Exception {
        networkManager.keepProfile(HOME);
        var copy = saved.take();

        assertThat(copy.restore()).isZero();
        assertThat(networkManager.calls()).doesNotContain("AddConnection2");
    }

    @Test
    void withoutTheRightToReadSecretsThereIsNoCopy() throws Exception {
        networkManager.keepProfile(HOME);
        networkManager.allowed(false);

        assertThatThrownBy(saved::take)
                .isInstanceOfSatisfying(
                        WifiException.class,
                        refused -> assertThat(refused.failure())
                                .isEqualTo(
                                        new Failure.Denied("org.freedesktop.NetworkManager.settings.modify.system")));
    }

    @Test
    void aCopyPrintsNoSecret() throws Exception {
        networkManager.keepProfile(HOME);

        assertThat(saved.take().toString()).doesNotContain("correct-horse");
    }

    @Test
    void anAccessPointOfThatNameIsDeletedAndNothingElse() throws Exception {
        networkManager.keepProfile(HOME);
        networkManager.keepProfile(ACCESS_POINT);

        leftovers.delete(Ssid.of("HomeNet"));
        leftovers.delete(Ssid.of("Other"));
        assertThat(networkManager.kept()).hasSize(2);

        leftovers.delete(Ssid.of("OVOS"));
        assertThat(networkManager.kept()).hasSize(1);
        assertThat(kept()).singleElement().asString().contains("correct-horse");
    }

    private List<Map<String, Map<String, Variant<?>>>> kept() throws Exception {
        return networkManager.kept();
    }

    private static Variant<?> text(String text) {
        return new Variant<>(text);
    }

    private static Variant<?> bytes(String name) {
        // As the bus gives it back.
        return new Variant<>(PropertyMap.list(Ssid.of(name).bytes()), "ay");
    }
}
