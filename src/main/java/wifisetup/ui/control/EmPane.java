package wifisetup.ui.control;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.Styleable;
import javafx.css.StyleableDoubleProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.SizeConverter;
import javafx.scene.layout.Pane;

/// A pane that knows how many pixels 1 em is, from the style property `-em`, and lays out by it.
public abstract class EmPane extends Pane {
    private static final CssMetaData<EmPane, Number> EM = new CssMetaData<>("-em", SizeConverter.getInstance()) {
        @Override
        public boolean isSettable(EmPane pane) {
            return !pane.em.isBound();
        }

        @Override
        public StyleableProperty<Number> getStyleableProperty(EmPane pane) {
            return pane.em;
        }
    };
    private static final List<CssMetaData<? extends Styleable, ?>> CSS =
            Stream.concat(Pane.getClassCssMetaData().stream(), Stream.of(EM)).toList();
    /// What JavaFX takes for a font size until a style sheet says otherwise.
    private static final double UNSTYLED = 12;

    private final StyleableDoubleProperty em = new SimpleStyleableDoubleProperty(EM, this, "em", UNSTYLED);

    /// A pane that is told its em by the style sheet.
    protected EmPane() {
        getStyleClass().add("em-pane");
        em.subscribe(this::requestLayout);
    }

    /// Pixels of 1 em, as it changes.
    final ReadOnlyDoubleProperty emProperty() {
        return em;
    }

    /// Pixels of 1 em.
    protected final double em() {
        return em.get();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS;
    }
}
