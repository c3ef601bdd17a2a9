package wifisetup.ui.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import wifisetup.device.ConsentQuestion;
import wifisetup.device.DeviceEvent;
import wifisetup.ui.view.Page;
import wifisetup.words.DeviceWording;

/// May somebody on the network manage the device? The answer that changes nothing is the one that Enter gives, and
/// the one that time gives: its button says when.
final class DeviceConsentController implements PageController<Page.DeviceConsent> {
    /// The question comes over whatever the person is at: a tap that was meant for that must not answer it.
    private static final Duration HESITATION = Duration.ofMillis(1500);

    private final Context context;
    private Optional<ConsentQuestion> asked = Optional.empty();
    private Instant since = Instant.MAX;

    @FXML
    private Label text;

    @FXML
    private Label fingerprint;

    @FXML
    private Button refuse;

    @FXML
    private Button trust;

    DeviceConsentController(Context context) {
        this.context = context;
    }

    @Override
    public void show(Page.DeviceConsent page) {
        var question = page.question();
        if (!asked.equals(Optional.of(question))) {
            since = context.clock().instant();
        }
        asked = Optional.of(question);
        text.setText(context.texts().get("consent.text", DeviceWording.address(question.peer())));
        fingerprint.setText(question.fingerprint().text());
        tick(context.clock().instant());
    }

    @Override
    public void enter() {
        since = context.clock().instant();
        tick(since);
        refuse.requestFocus();
    }

    @Override
    public void tick(Instant now) {
        asked.ifPresent(question ->
                refuse.setText(context.texts().get("consent.refuse", DeviceWording.left(question.until(), now))));
        trust.setDisable(Duration.between(since, now).compareTo(HESITATION) < 0);
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
