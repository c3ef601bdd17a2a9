package wifisetup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.ui.control.QrCode;
import wifisetup.ui.control.TapBox;
import wifisetup.ui.view.Samples;
import wifisetup.ui.view.View;
import wifisetup.words.Language;

/// Every page, in each shape it can take, on every panel and in both themes; and in every language.
class PagesTest {
    private static final double ROUNDING = 1;
    /// Pixels of a QR code's module that a phone's camera still takes off a panel.
    private static final double LEAST_MODULE = 3;

    @BeforeAll
    static void startJavaFx() throws Exception {
        Fx.start();
    }

    static Stream<Arguments> panels() {
        return Stream.of(Panel.values())
                .flatMap(panel -> Stream.of(PanelSettings.Theme.values()).map(theme -> Arguments.of(panel, theme)));
    }

    /// Where there is least room: in height for each language, in width for those with the longest words, without
    /// spaces, and from the right.
    static Stream<Arguments> smallPanels() {
        var tiny = Stream.of(Language.values())
                .filter(language -> language != Language.ENGLISH)
                .map(language -> Arguments.of(language, Panel.TINY));
        var upright = Stream.of(Language.GERMAN, Language.FRENCH, Language.POLISH, Language.ARABIC, Language.JAPANESE)
                .map(language -> Arguments.of(language, Panel.UPRIGHT));
        return Stream.concat(tiny, upright);
    }

    @ParameterizedTest
    @MethodSource("panels")
    void everyPageFitsThePanelAndTheFinger(Panel panel, PanelSettings.Theme theme) throws Exception {
        assertThat(faults(panel, panel.settings(theme), panel + "-" + theme)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("smallPanels")
    void everyLanguageFitsTheSmallPanels(Language language, Panel panel) throws Exception {
        assertThat(faults(panel, panel.settings(PanelSettings.Theme.LIGHT, language), panel + "-" + language.code()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, TINY", "ENGLISH, UPRIGHT", "HEBREW, TINY", "ARABIC, USUAL"})
    void aNetworkNamedInSeveralWordsFromTheRightIsDrawn(Language language, Panel panel) throws Exception {
        var settings = panel.settings(PanelSettings.Theme.LIGHT, language);
        String name = panel + "-" + language.code() + "-named-from-the-right";
        assertThat(faults(Samples.namedFromTheRight(), panel, settings, name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, TINY", "ARABIC, TINY", "HEBREW, USUAL", "JAPANESE, UPRIGHT"})
    void theChoiceOfALanguageFitsThePanel(Language language, Panel panel) throws Exception {
        var settings = panel.settings(PanelSettings.Theme.LIGHT, language);
        var faults = new ArrayList<String>();
        var stage = Fx.get(Stage::new);
        var window = Fx.get(() -> new KioskWindow(stage, settings, new RecordedActions(), () -> Samples.NOW));
        try (var pictures = new Pictures(Path.of("target", "pictures", panel + "-" + language.code()))) {
            Fx.run(() -> window.show(Samples.selecting()));
            var scene = stage.getScene();
            Fx.settle(scene);
            Fx.run(((Button) scene.lookup("#language"))::fire);
            Fx.settle(scene);
            Fx.run(() -> {
                pictures.take(scene, "language");
                inspect(scene.getRoot(), scene, panel, "language", faults);
            });
        } finally {
            Fx.run(window::close);
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> faults(Panel panel, PanelSettings settings, String name) throws Exception {
        return faults(Samples.all(), panel, settings, name);
    }

    /// Draws pages, and finds what is wrong with them.
    private static List<String> faults(Map<String, View> samples, Panel panel, PanelSettings settings, String name)
            throws Exception {
        var faults = new ArrayList<String>();
        var folder = Path.of("target", "pictures", name);
        var stage = Fx.get(Stage::new);
        var window = Fx.get(() -> new KioskWindow(stage, settings, new RecordedActions(), () -> Samples.NOW));
        try (var pictures = new Pictures(folder)) {
            for (var sample : samples.entrySet()) {
                Fx.run(() -> window.show(sample.getValue()));
                var scene = stage.getScene();
                Fx.settle(scene);
                Fx.run(() -> {
                    pictures.take(scene, sample.getKey());
                    inspect(scene.getRoot(), scene, panel, sample.getKey(), faults);
                });
            }
        } finally {
            Fx.run(window::close);
        }
        return faults;
    }

    private static void inspect(Node node, Scene scene, Panel panel, String page, List<String> faults) {
        if (!node.isVisible()) {
            return;
        }
        String where = page + ": " + node;
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        boolean scrolls = isInside(node, ScrollPane.class);
        if (bounds.getMinX() < -ROUNDING || bounds.getMaxX() > scene.getWidth() + ROUNDING) {
            faults.add(where + " leaves the panel sideways: " + bounds);
        }
        if (!scrolls && (bounds.getMinY() < -ROUNDING || bounds.getMaxY() > scene.getHeight() + ROUNDING)) {
            faults.add(where + " leaves the panel: " + bounds);
        }
        switch (node) {
            case Label label -> inspect(label, panel, where, faults);
            case ButtonBase button -> {
                inspectTarget(button.getWidth(), button.getHeight(), panel, where, faults);
                if (button.isVisible()
                        && button.getText() != null
                        && button.prefWidth(-1) > button.getWidth() + ROUNDING) {
                    faults.add(where + " is too narrow for its text: " + button.getWidth());
                }
            }
            case TextField field -> inspectTarget(field.getWidth(), field.getHeight(), panel, where, faults);
            case QrCode code -> inspect(code, where, faults);
            case TapBox box -> inspectTarget(box.getWidth(), box.getHeight(), panel, where, faults);
            default -> {}
        }
        boolean whole = node instanceof Control && !(node instanceof ScrollPane);
        if (node instanceof Parent parent && !whole) {
            parent.getChildrenUnmodifiable().forEach(child -> inspect(child, scene, panel, page, faults));
        }
    }

    private static void inspect(Label label, Panel panel, String where, List<String> faults) {
        if (label.getText().isEmpty()) {
            return;
        }
        Font font = label.getFont();
        if (font.getSize() < panel.pixels(3.5) - ROUNDING) {
            faults.add(where + " is too small to read: " + font.getSize());
        }
        // The name of a network has any length; above the keyboard of a tiny panel its title has one line.
        boolean mayBeCut =
                label.getStyleClass().contains("row-name") || (panel == Panel.TINY && where.startsWith("password"));
        if (!mayBeCut) {
            double needed = label.isWrapText() ? label.prefHeight(label.getWidth()) : label.prefHeight(-1);
            if (needed > label.getHeight() + ROUNDING) {
                faults.add(where + " is cut: " + label.getHeight() + " of " + needed);
            }
            if (!label.isWrapText() && label.prefWidth(-1) > label.getWidth() + ROUNDING) {
                faults.add(where + " is cut: " + label.getWidth() + " of " + label.prefWidth(-1));
            }
        }
    }

    private static void inspect(QrCode code, String where, List<String> faults) {
        if (code.modulePixels() < LEAST_MODULE) {
            faults.add(where + " is too fine for a phone: " + code.modulePixels() + " pixels a module");
        }
    }

    private static void inspectTarget(double width, double height, Panel panel, String where, List<String> faults) {
        double least = panel.pixels(9);
        if (width < least - ROUNDING || height < least - ROUNDING) {
            faults.add(where + " is too small to touch: " + width + "x" + height + ", not " + least);
        }
    }

    private static boolean isInside(Node node, Class<?> kind) {
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (kind.isInstance(parent)) {
                return true;
            }
        }
        return false;
    }
}
