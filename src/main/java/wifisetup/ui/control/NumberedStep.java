package wifisetup.ui.control;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// One of several things to do, in their order: its number, which becomes a tick when it is done, and what to do.
public final class NumberedStep extends HBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Label number = new Label();
    private final Label text = new Label();
    private final FontIcon tick = new FontIcon();

    /// How far a person is with a step.
    public enum Progress {
        /// Others come first.
        AHEAD,
        /// It is the one to do now.
        CURRENT,
        /// It is done.
        DONE
    }

    /// A step without a text.
    public NumberedStep() {
        getStyleClass().add("numbered-step");
        setMinHeight(USE_PREF_SIZE);
        // The number stands beside the first of several lines.
        setFillHeight(false);
        number.getStyleClass().add("number");
        text.getStyleClass().add("what");
        tick.getStyleClass().addAll("tick-icon", "small-icon");
        var sign = new StackPane(number, tick);
        sign.getStyleClass().add("sign");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(sign, text);
        show(Progress.AHEAD, "");
    }

    /// See [#setNumber].
    public String getNumber() {
        return number.getText();
    }

    /// Which step it is.
    public void setNumber(String ordinal) {
        number.setText(ordinal);
    }

    /// How far the person is, and what there is to do.
    public void show(Progress progress, String words) {
        text.setText(words);
        number.setVisible(progress != Progress.DONE);
        tick.setVisible(progress == Progress.DONE);
        pseudoClassStateChanged(DONE, progress == Progress.DONE);
        pseudoClassStateChanged(CURRENT, progress == Progress.CURRENT);
    }
}
