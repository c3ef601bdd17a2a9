package wifisetup.ui.page;

import java.time.Instant;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import wifisetup.device.DeviceEvent;
import wifisetup.device.NetworkTrial;
import wifisetup.ui.control.SignalBars;
import wifisetup.ui.view.Page;
import wifisetup.words.DeviceWording;

/// A change of the network that somebody on the network has asked for: until when it is tried, or why it was
/// taken back.
final class DeviceTrialController implements PageController<Page.DeviceTrial> {
    private final Context context;
    private final DeviceWording wording;
    private NetworkTrial trial = new NetworkTrial.None();

    @FXML
    private FontIcon sign;

    @FXML
    private SignalBars searching;

    @FXML
    private Label sentence;

    @FXML
    private Label remark;

    @FXML
    private Button back;

    DeviceTrialController(Context context) {
        this.context = context;
        this.wording = new DeviceWording(context.texts());
    }

    @Override
    public void show(Page.DeviceTrial page) {
        trial = page.trial();
        boolean runs = trial instanceof NetworkTrial.Running;
        searching.setVisible(runs);
        searching.light(SignalBars.COUNT);
        searching.search(runs && !context.reducedMotion());
        sign.setVisible(!runs);
        back.setText(context.texts().get(runs ? "trial.back" : "trial.seen"));
        tick(context.clock().instant());
    }

    @Override
    public void enter() {
        back.requestFocus();
    }

    @Override
    public void leave() {
        searching.search(false);
    }

    @Override
    public void tick(Instant now) {
        switch (trial) {
            case NetworkTrial.None _ -> {}
            case NetworkTrial.Running running -> {
                sentence.setText(wording.title(running.change()));
                remark.setText(wording.course(running, now));
            }
            case NetworkTrial.Returned returned -> {
                sentence.setText(context.texts().get("trial.returned"));
                remark.setText(wording.reason(returned.reason()));
            }
        }
    }

    @FXML
    void dismiss() {
        context.actions().device(new DeviceEvent.DismissTrial());
    }
}
