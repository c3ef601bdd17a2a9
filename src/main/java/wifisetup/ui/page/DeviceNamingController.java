package wifisetup.ui.page;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import wifisetup.device.DeviceEvent;
import wifisetup.device.DeviceName;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.view.DevicePlace;
import wifisetup.ui.view.Page;
import wifisetup.words.DeviceWording;

/// A name for the device. What was typed stays when another page comes between.
final class DeviceNamingController implements PageController<Page.DeviceNaming> {
    private final Context context;
    private final DeviceWording wording;
    private boolean typing;

    @FXML
    private PageFrame frame;

    @FXML
    private TextField field;

    @FXML
    private Button save;

    DeviceNamingController(Context context) {
        this.context = context;
        this.wording = new DeviceWording(context.texts());
    }

    @FXML
    void initialize() {
        field.textProperty().addListener(_ -> judge());
    }

    @Override
    public void show(Page.DeviceNaming page) {
        if (!typing) {
            typing = true;
            field.setText(page.name().text());
            judge();
        }
    }

    @Override
    public void enter() {
        field.requestFocus();
        field.end();
    }

    private void judge() {
        var flaw = DeviceName.flaw(field.getText());
        save.setDisable(flaw.isPresent());
        frame.setSubtitle(wording.flaw(flaw));
    }

    @FXML
    void save() {
        if (DeviceName.flaw(field.getText()).isEmpty()) {
            context.actions().device(new DeviceEvent.Rename(new DeviceName(field.getText())));
            back();
        }
    }

    @FXML
    void back() {
        typing = false;
        context.actions().open(DevicePlace.OVERVIEW);
    }
}
