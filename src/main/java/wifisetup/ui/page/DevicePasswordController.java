package wifisetup.ui.page;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import wifisetup.device.DeviceEvent;
import wifisetup.device.PasswordRules;
import wifisetup.secret.Secret;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.control.SecretField;
import wifisetup.ui.view.DevicePlace;
import wifisetup.ui.view.Page;
import wifisetup.words.DeviceWording;

/// A password for the device's management. It can be shown instead of being typed twice; what was typed stays
/// when another page comes between, until it is set or left.
final class DevicePasswordController implements PageController<Page.DevicePassword> {
    private final Context context;
    private final DeviceWording wording;

    @FXML
    private PageFrame frame;

    @FXML
    private SecretField field;

    @FXML
    private ToggleButton reveal;

    @FXML
    private Button save;

    DevicePasswordController(Context context) {
        this.context = context;
        this.wording = new DeviceWording(context.texts());
    }

    @FXML
    void initialize() {
        field.revealedProperty().bind(reveal.selectedProperty());
        reveal.accessibleTextProperty()
                .bind(reveal.selectedProperty()
                        .map(shows -> context.texts().get(shows ? "password.hide" : "password.show")));
        field.textProperty().addListener(_ -> judge());
        judge();
    }

    @Override
    public void show(Page.DevicePassword page) {}

    @Override
    public void enter() {
        reveal.setSelected(false);
        field.requestFocus();
        field.end();
    }

    @Override
    public void conceal(boolean concealed) {
        field.concealedProperty().set(concealed);
    }

    private void judge() {
        var flaw = PasswordRules.flaw(new Secret(field.getText()));
        save.setDisable(flaw.isPresent());
        frame.setSubtitle(wording.rule(flaw));
    }

    @FXML
    void save() {
        var password = new Secret(field.getText());
        if (PasswordRules.flaw(password).isEmpty()) {
            context.actions().device(new DeviceEvent.SetPassword(password));
            back();
        }
    }

    @FXML
    void back() {
        field.fill("");
        context.actions().open(DevicePlace.OVERVIEW);
    }
}
