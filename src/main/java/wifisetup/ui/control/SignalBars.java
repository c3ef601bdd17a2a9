package wifisetup.ui.control;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Signal strength as four bars. It can also search: then the bars fill one after the other, over and over.
public final class SignalBars extends Region {
    /// How many bars there are.
    public static final int COUNT = 4;

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final Duration STEP = Duration.millis(300);
    private static final double GAP = 0.4;

    private final Timeline search = new Timeline(new KeyFrame(STEP, _ -> step()));
    private int lit;

    /// Bars of which none is lit.
    public SignalBars() {
        getStyleClass().add("signal-bars");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        for (int i = 0; i < COUNT; i++) {
            var bar = new Region();
            bar.getStyleClass().add("signal-bar");
            bar.setManaged(false);
            getChildren().add(bar);
        }
        search.setCycleCount(Animation.INDEFINITE);
    }

    /// How many bars a strength of 0 to 100 lights: 1 to 4, because a network that is heard has a signal.
    public static int barsOf(int strength) {
        return Math.min(COUNT, 1 + strength / (100 / COUNT));
    }

    /// Lights that many bars, 0 to 4.
    public void light(int bars) {
        lit = bars;
        for (int i = 0; i < COUNT; i++) {
            getChildren().get(i).pseudoClassStateChanged(LIT, i < bars);
        }
    }

    /// Begins or ends the search.
    public void search(boolean searching) {
        if (searching) {
            search.play();
        } else {
            search.stop();
        }
    }

    private void step() {
        light((lit + 1) % (COUNT + 1));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() / (COUNT + GAP * (COUNT - 1));
        for (int i = 0; i < COUNT; i++) {
            double height = getHeight() * (i + 1) / COUNT;
            getChildren()
                    .get(i)
                    .resizeRelocate(
                            snapPositionX(i * width * (1 + GAP)),
                            snapPositionY(getHeight() - height),
                            snapSizeX(width),
                            snapSizeY(height));
        }
    }
}
