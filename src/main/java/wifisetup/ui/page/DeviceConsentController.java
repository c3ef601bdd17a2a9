package wifisetup.ui.page;

import java.time.Instant;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import wifisetup.device.ConsentQuestion;
import wifisetup.device.DeviceEvent;
import wifisetup.ui.view.Page;
import wifisetup.words.DeviceWording;

/// May somebody on the network manage the device? The answer that changes nothing is the one that Enter gives.
final class DeviceConsentController implements PageController<Page.DeviceConsent> {
    private final Context context;
    private Optional<ConsentQuestion> asked = Optional.empty();

    @FXML
    private Label text;

    @FXML
    private Label fingerprint;

    @FXML
    private Label left;

    @FXML
    private Button refuse;

    DeviceConsentController(Context context) {
        this.context = context;
    }

    @Override
    public void show(Page.DeviceConsent page) {
        var question = page.question();
        asked = Optional.of(question);
        text.setText(context.texts().get("consent.text", DeviceWording.address(question.peer())));
        fingerprint.setText(question.fingerprint().text());
        tick(context.clock().instant());
    }

    @Override
    public void enter() {
        refuse.requestFocus();
    }

    @Override
    public void tick(Instant now) {
        asked.ifPresent(question ->
                left.setText(context.texts().get("consent.time", DeviceWording.left(question.until(), now))));
    }

    @FXML
    void trust() {
        answer(true);
    }

    @FXML
    void refuse() {
        answer(false);
    }

    private void answer(boolean trusted) {
        asked.ifPresent(
                question -> context.actions().device(new DeviceEvent.AnswerConsent(question.number(), trusted)));
    }
}
