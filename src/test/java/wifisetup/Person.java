package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Somebody at the panel, who sees texts and taps them.
final class Person {
    private static final int PATIENCE_SECONDS = 60;

    private final FxRobot robot = new FxRobot();

    /// A kiosk whose panel the person stands at, with a bus of its own.
    static Settings panel(String pictures, String backend, Path state) throws SettingsException {
        return panel(pictures, backend, state, Map.of());
    }

    /// As [#panel(String, String, Path)], with others besides.
    static Settings panel(String pictures, String backend, Path state, Map<String, String> others)
            throws SettingsException {
        var values = new HashMap<>(others);
        values.putAll(Map.of(
                "display", "headless",
                "panel", "800x480",
                "backend", backend,
                "bus", "embedded",
                "bus-uri", "ws://127.0.0.1:0/core",
                "pictures", pictures,
                "state", state.toString()));
        var settings = new HashMap<String, Settings.Value>();
        values.forEach((key, value) -> settings.put(key, new Settings.Value(value, "test")));
        return Settings.of(settings);
    }

    /// Taps what bears that text, as soon as it is there.
    void tap(String text) {
        awaitText(text);
        var target = visible(text);
        robot.interact(() -> scrollTo(target));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(target);
    }

    /// Taps what bears that text once it can be tapped.
    void tapWhenEnabled(String text) {
        await(
                () -> onFx(() -> {
                    var found = find(text);
                    return found != null && !found.isDisabled();
                }),
                "the text " + text + " where it can be tapped");
        tap(text);
    }

    /// Pulls the drawer of the quiet page down.
    void pull() {
        await(() -> onFx(() -> robot.lookup(".pull").tryQuery().isPresent()), "the drawer's handle");
        robot.clickOn(".pull");
    }

    void type(String text) {
        await(() -> onFx(() -> field().isFocused() || focus()), "the password field");
        robot.interact(() -> field().appendText(text));
    }

    private boolean focus() {
        field().requestFocus();
        return true;
    }

    void clear() {
        robot.interact(() -> field().clear());
        robot.push(KeyCode.END);
    }

    /// What stands in the field.
    String typed() {
        return field().getText();
    }

    private TextInputControl field() {
        return robot.lookup(node -> node instanceof TextInputControl && isShown(node))
                .query();
    }

    void awaitText(String text) {
        await(() -> onFx(() -> find(text) != null), "the text " + text);
    }

    void awaitNo(String text) {
        await(() -> onFx(() -> find(text) == null), "nothing that says " + text);
    }

    /// Scrolls the list that `target` is in until it can be seen, as a finger does.
    private static void scrollTo(Node target) {
        for (Node each = target.getParent(); each != null; each = each.getParent()) {
            if (each instanceof ScrollPane list) {
                var content = list.getContent();
                var row = content.sceneToLocal(target.localToScene(target.getBoundsInLocal()));
                double hidden = content.getBoundsInLocal().getHeight()
                        - list.getViewportBounds().getHeight();
                double wanted = row.getCenterY() - list.getViewportBounds().getHeight() / 2;
                list.setVvalue(hidden <= 0 ? 0 : Math.clamp(wanted / hidden, 0, 1));
            }
        }
    }

    /// Waits for a text that begins so.
    void awaitBeginning(String beginning) {
        await(
                () -> onFx(() -> find(text -> text.startsWith(beginning)) != null),
                "a text that begins with " + beginning);
    }

    private Node visible(String text) {
        var found = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> find(text));
        assertThat(found).as(text).isNotNull();
        return found;
    }

    private @Nullable Node find(String text) {
        return find(text::equals);
    }

    private @Nullable Node find(Predicate<String> wanted) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .flatMap(window -> window.getScene().getRoot().lookupAll("*").stream())
                .filter(node ->
                        node instanceof Labeled labeled && labeled.getText() != null && wanted.test(labeled.getText()))
                .filter(Person::isShown)
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
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException never) {
            throw new AssertionError("not seen within " + PATIENCE_SECONDS + " s: " + what, never);
        }
    }
}
