package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Adapter;
import wifisetup.network.Country;
import wifisetup.network.Failure;
import wifisetup.network.SwitchableWifi;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;
import wifisetup.network.bus.BackendSwitch;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;

class BackendChoiceTest {
    @TempDir
    private Path state;

    private final SystemTimer timer = new SystemTimer();
    private final Radio dbus = radio();
    private final Radio nmcli = radio();

    @AfterEach
    void close() {
        timer.close();
    }

    @Test
    void aBackendThatIsThereTakesOverAndIsRemembered() throws Exception {
        nmcli.wired(true);
        try (var wifi = new SwitchableWifi(new SimulatedWifi(dbus))) {
            var choice = choice(wifi);

            assertThat(choice.to("nmcli")).isEqualTo(new BackendSwitch.InUse("nmcli"));

            wifi.setCountry(new Country("DE"));
            assertThat(nmcli.country()).as("asked of the new one").isPresent();
            assertThat(memory().load()).contains("nmcli");
            assertThat(choice.to(" DBus ")).isEqualTo(new BackendSwitch.InUse("dbus"));
            assertThat(memory().load()).contains("dbus");
        }
    }

    @Test
    void aBackendThatIsNotThereIsRefusedAndTheOneInUseStays() throws Exception {
        nmcli.adapter(new Adapter.Unavailable("NetworkManager is not running"));
        try (var wifi = new SwitchableWifi(new SimulatedWifi(dbus))) {
            assertThat(choice(wifi).to("nmcli"))
                    .isEqualTo(new BackendSwitch.Refused("NetworkManager is not running", List.of("dbus")));

            wifi.setCountry(new Country("DE"));
            assertThat(dbus.country()).as("asked of the old one").isPresent();
            assertThat(memory().load()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "magic", "simulated", "auto"})
    void aBackendThatNobodyKnowsIsRefusedWithThoseThatCouldBe(String name) {
        try (var wifi = new SwitchableWifi(new SimulatedWifi(dbus))) {
            assertThat(choice(wifi).to(name))
                    .isInstanceOfSatisfying(
                            BackendSwitch.Refused.class,
                            refused -> assertThat(refused.supported()).containsExactly("dbus", "nmcli"));
        }
    }

    @Test
    void whatIsSimulatedIsNeverRemembered() throws Exception {
        var simulated = new SimulatedWifi(dbus);
        try (var wifi = new SwitchableWifi(simulated)) {
            var first = new Backends.Chosen(simulated, "simulated", true);
            var choice = new BackendChoice(wifi, first, backends(), memory());

            assertThat(choice.to("simulated")).isEqualTo(new BackendSwitch.InUse("simulated"));

            assertThat(memory().load()).isEmpty();
        }
    }

    @Test
    void whatWasChosenIsBegunWithNextTime() throws Exception {
        memory().save("nmcli");

        try (var wifi = start(Settings.Backend.AUTO).wifi()) {
            wifi.setCountry(new Country("DE"));
            assertThat(nmcli.country()).isPresent();
        }
    }

    @Test
    void aSettingWinsOverWhatWasChosen() throws Exception {
        memory().save("nmcli");

        var chosen = start(Settings.Backend.DBUS);
        chosen.wifi().close();

        assertThat(chosen.name()).isEqualTo("dbus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nmcli", "magic", ""})
    void whatWasChosenAndIsThereNoMoreDoesNotPreventTheStart(String remembered) throws Exception {
        nmcli.adapter(new Adapter.Unavailable("gone"));
        memory().save(remembered);

        var chosen = start(Settings.Backend.AUTO);
        chosen.wifi().close();

        assertThat(chosen.name()).isEqualTo("dbus");
    }

    @Test
    void withoutANetworkManagerTheRadioIsSimulated() throws Exception {
        dbus.adapter(new Adapter.Unavailable("no bus"));

        var chosen = start(Settings.Backend.AUTO);
        chosen.wifi().close();

        assertThat(chosen.simulated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"nmcli,nmcli", "dbus,dbus", "simulated,dbus", "magic,dbus", "'',dbus"})
    void aCommandIsNeverSimulatedUnasked(String remembered, String meant) throws Exception {
        dbus.adapter(new Adapter.Unavailable("no bus"));
        nmcli.adapter(new Adapter.Unavailable("no nmcli"));
        memory().save(remembered);

        try (var wifi = backends().forCommand(Settings.Backend.AUTO, memory().load())) {
            assertThatThrownBy(wifi::networks)
                    .isInstanceOfSatisfying(
                            WifiException.class,
                            refused -> assertThat(refused.failure())
                                    .isEqualTo(new Failure.BackendUnavailable(
                                            meant.equals("dbus") ? "no bus" : "no nmcli")));
        }
    }

    @Test
    void aSettingThatThisVersionLacksEndsTheStart() {
        assertThatThrownBy(
                        () -> new Backends(Map.of(), this::simulation).start(Settings.Backend.NMCLI, Optional.empty()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("nmcli");
    }

    @Test
    void whetherTheNetworksAreSimulatedIsToldWithEachExchange() throws Exception {
        dbus.adapter(new Adapter.Unavailable("not yet"));
        var first = start(Settings.Backend.AUTO);
        try (var wifi = new SwitchableWifi(first.wifi())) {
            var choice = new BackendChoice(wifi, first, backends(), memory());
            var told = new ArrayList<String>();
            choice.observe(backend -> told.add(backend.name() + " " + backend.simulated()));

            assertThat(choice.to("dbus")).isInstanceOf(BackendSwitch.Refused.class);
            dbus.adapterReady();
            choice.to("dbus");
            choice.to("nmcli");

            assertThat(told).containsExactly("simulated true", "dbus false", "nmcli false");
        }
    }

    @Test
    void aMemoryThatCannotBeWrittenIsNoReasonToRefuse() throws Exception {
        try (var wifi = new SwitchableWifi(new SimulatedWifi(dbus))) {
            var choice = new BackendChoice(wifi, first(), backends(), BackendMemory.in(state.resolve("missing")));

            assertThat(choice.to("nmcli")).isEqualTo(new BackendSwitch.InUse("nmcli"));
        }
    }

    @Test
    void aMemoryThatCannotBeReadIsNone() throws Exception {
        Files.createDirectory(state.resolve("backend"));

        assertThat(memory().load()).isEmpty();
    }

    private BackendChoice choice(SwitchableWifi wifi) {
        return new BackendChoice(wifi, first(), backends(), memory());
    }

    /// What the choice begins with; it is behind the wifi already.
    private Backends.Chosen first() {
        return new Backends.Chosen(new SimulatedWifi(dbus), "dbus", false);
    }

    private Wifi simulation() {
        return new SimulatedWifi(radio());
    }

    private Backends.Chosen start(Settings.Backend wanted) throws StartException {
        return backends().start(wanted, memory().load());
    }

    private Backends backends() {
        var real = new LinkedHashMap<String, Supplier<Wifi>>();
        real.put("dbus", () -> new SimulatedWifi(dbus));
        real.put("nmcli", () -> new SimulatedWifi(nmcli));
        return new Backends(real, this::simulation);
    }

    private BackendMemory memory() {
        return BackendMemory.in(state);
    }

    private Radio radio() {
        return new Radio(Air.lab(), timer, Pace.all(Duration.ofMillis(1)));
    }
}
