package wifisetup.ui.page;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.util.Duration;
import wifisetup.device.DeviceEvent;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.view.Page;

/// The whole screen blinks with the device's name, so that it is told apart from its like; it stays lit where
/// motion is to be reduced.
final class IdentifyController implements PageController<Page.Identify> {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    /// Well below the three flashes a second that can harm (WCAG 2.2, 2.3.1).
    private static final Duration HALF = Duration.millis(600);

    private final Context context;
    private final Timeline blinking;
    private boolean lit;

    @FXML
    private PageFrame frame;

    @FXML
    private Label name;

    @FXML
    private Button found;

    IdentifyController(Context context) {
        this.context = context;
        this.blinking = new Timeline(new KeyFrame(HALF, _ -> light(!lit)));
        this.blinking.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    public void show(Page.Identify page) {
        name.setText(page.name().text());
    }

    @Override
    public void enter() {
        light(true);
        if (!context.reducedMotion()) {
            blinking.play();
        }
        found.requestFocus();
    }

    @Override
    public void leave() {
        blinking.stop();
    }

    private void light(boolean on) {
        lit = on;
        frame.pseudoClassStateChanged(LIT, on);
    }

    @FXML
    void found() {
        context.actions().device(new DeviceEvent.StopIdentifying());
    }
}
