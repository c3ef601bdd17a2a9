package wifisetup.ui.control;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Pane;

/// A pane that knows how many pixels 1 em is, from the style property `-em`, and lays out by it.
public abstract class EmPane extends Pane {
    private static final StyleablePropertyFactory<EmPane> FACTORY =
            new StyleablePropertyFactory<>(Pane.getClassCssMetaData());
    /// What JavaFX takes for a font size until a style sheet says otherwise.
    private static final double UNSTYLED = 12;

    private final StyleableProperty<Number> em = FACTORY.createStyleableNumberProperty(this, "em", "-em", s -> s.em);

    /// A pane that is told its em by the style sheet.
    protected EmPane() {
        getStyleClass().add("em-pane");
        em.setValue(UNSTYLED);
    }

    /// Pixels of 1 em.
    protected final double em() {
        return em.getValue().doubleValue();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
