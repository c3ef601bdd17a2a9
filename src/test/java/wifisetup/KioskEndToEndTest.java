package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import wifisetup.bus.BusState;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;

/// The whole kiosk on one panel, with one neighbour on its bus.
class KioskEndToEndTest {
    private static final String WRONG = "wrong-wrong-1";
    private static final String RIGHT = "correct-horse";
    private static final String PLUGIN = "ovos.phal.wifi.plugin.";

    @TempDir
    private Path state;

    private final FxRobot robot = new FxRobot();
    private Neighbour neighbour;
    private Kiosk kiosk;

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        var settings = Settings.of(Map.of(
                "display", new Settings.Value("headless", "test"),
                "panel", new Settings.Value("800x480", "test"),
                "bus", new Settings.Value("embedded", "test"),
                "bus-uri", new Settings.Value("ws://127.0.0.1:0/core", "test"),
                "pictures", new Settings.Value("target/pictures/end-to-end", "test"),
                "state", new Settings.Value(state.toString(), "test")));
        kiosk = Kiosk.start(
                settings,
                timer -> new Backends.Chosen(
                        new SimulatedWifi(new Radio(Air.lab(), timer, Pace.REAL.faster(20))), "simulated", true),
                Instant.now());
        neighbour = Neighbour.join(((BusState.Serving) kiosk.busState()).uri());
    }

    @AfterEach
    void end() {
        neighbour.close();
        kiosk.close();
    }

    @Test
    void aPersonMistypesThePasswordOnceAndEndsOnTheNetwork() throws Exception {
        tap("Choose a Wi-Fi network");
        neighbour.heard(PLUGIN + "client.select");
        neighbour.heard(PLUGIN + "set.active.client");
        neighbour.heard(PLUGIN + "activate.");

        tap("HomeNet");
        type(WRONG);
        tap("Connect");
        awaitText("The password is wrong");
        assertThat(neighbour.heard("ovos.phal.nm.connection.failure"))
                .contains("\"errorCode\":\"0\"", "\"reason\":\"wrong_password\"", "\"connection_name\":\"HomeNet\"");
        assertThat(passwordField().getText()).as("the typed text is kept").isEqualTo(WRONG);

        clear();
        type(RIGHT);
        tap("Connect");
        awaitText("Connected");
        assertThat(neighbour.heard("ovos.phal.nm.connection.successful")).contains("\"connection_name\":\"HomeNet\"");
        neighbour.heard("mycroft.internet.connected");
        neighbour.heard("system.ntp.sync");
        neighbour.send("{\"type\":\"system.ntp.sync.complete\",\"data\":{},\"context\":{}}");
        neighbour.heard("ovos.wifi.setup.completed");
        neighbour.heard("ovos.shell.status.ok");
        neighbour.heard(PLUGIN + "stop.setup.event");
        neighbour.heard(PLUGIN + "deactivate.");

        tap("Done");
        awaitText("Connected to “HomeNet”");
        assertThat(neighbour.everything())
                .as("no password on the bus")
                .noneMatch(frame -> frame.contains(RIGHT) || frame.contains(WRONG));
    }

    @Test
    void connectLaterIsRememberedAndTheDropDownStartsOver() throws Exception {
        tap("Connect later");
        neighbour.heard(PLUGIN + "skip.setup");
        neighbour.heard(PLUGIN + "fully_offline");
        assertThat(state.resolve("setup.properties")).content().contains("consent=skipped");

        neighbour.send("{\"type\":\"" + PLUGIN + "user.activated\",\"data\":{},\"context\":{}}");
        neighbour.heard(PLUGIN + "setup.launched");
        awaitText("Set up networking");
        assertThat(state.resolve("setup.properties")).content().contains("consent=wanted");
    }

    @Test
    void aClientOfTheBusAppearsAsATileAndIsActivatedByATap() throws Exception {
        neighbour.send("""
                {"type":"ovos.phal.wifi.plugin.register.client","data":{"client":"phone","type":"Remote",\
                "display_text":"On Mobile Setup","has_gui":true,"requires_input":false},"context":{"session":"s1"}}""");
        assertThat(neighbour.heard(PLUGIN + "client.registered"))
                .contains("\"client\":\"phone\"", "\"session\":\"s1\"");
        tap("On Mobile Setup");
        neighbour.heard(PLUGIN + "activate.");
    }

    private void tap(String text) {
        awaitText(text);
        robot.clickOn(visible(text));
    }

    private void type(String text) {
        await(() -> onFx(() -> passwordField().isFocused() || focus()), "the password field");
        robot.interact(() -> passwordField().appendText(text));
    }

    private boolean focus() {
        passwordField().requestFocus();
        return true;
    }

    private void clear() {
        robot.interact(() -> passwordField().clear());
        robot.push(KeyCode.END);
    }

    private TextInputControl passwordField() {
        return robot.lookup(node -> node instanceof TextInputControl).query();
    }

    private void awaitText(String text) {
        await(() -> onFx(() -> find(text) != null), "the text " + text);
    }

    private Node visible(String text) {
        var found = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> find(text));
        assertThat(found).as(text).isNotNull();
        return found;
    }

    private @Nullable Node find(String text) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .flatMap(window -> window.getScene().getRoot().lookupAll("*").stream())
                .filter(node -> node instanceof Labeled labeled && text.equals(labeled.getText()))
                .filter(KioskEndToEndTest::isShown)
                .findFirst()
                .orElse(null);
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean onFx(BooleanSupplier condition) {
        var answer = new CompletableFuture<Boolean>();
        Platform.runLater(() -> answer.complete(condition.getAsBoolean()));
        return answer.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static void await(BooleanSupplier condition, String what) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (java.util.concurrent.TimeoutException never) {
            throw new AssertionError("not seen within 20 s: " + what, never);
        }
    }
}
