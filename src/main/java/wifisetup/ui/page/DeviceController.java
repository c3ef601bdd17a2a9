package wifisetup.ui.page;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import wifisetup.ui.control.Banner;
import wifisetup.ui.control.Presence;
import wifisetup.ui.control.TapBox;
import wifisetup.ui.view.DevicePlace;
import wifisetup.ui.view.Page;
import wifisetup.words.DeviceWording;
import wifisetup.words.Wording;

/// What the device is, how it stands, and who may manage it.
final class DeviceController implements PageController<Page.Device> {
    private final Context context;
    private final DeviceWording wording;

    @FXML
    private VBox banners;

    @FXML
    private TapBox name;

    @FXML
    private Label nameText;

    @FXML
    private TapBox password;

    @FXML
    private Label passwordText;

    @FXML
    private TapBox keys;

    @FXML
    private Label keysText;

    @FXML
    private Label management;

    @FXML
    private Label network;

    @FXML
    private Label addresses;

    @FXML
    private Label platform;

    @FXML
    private Label kind;

    @FXML
    private Label number;

    @FXML
    private Label version;

    DeviceController(Context context) {
        this.context = context;
        this.wording = new DeviceWording(context.texts());
    }

    @FXML
    void initialize() {
        name.setOnTap(() -> context.actions().open(DevicePlace.NAME));
        password.setOnTap(() -> context.actions().open(DevicePlace.PASSWORD));
        keys.setOnTap(() -> context.actions().open(DevicePlace.KEYS));
    }

    @Override
    public void show(Page.Device page) {
        var texts = context.texts();
        var state = page.device().state();
        var trusted = state.memory().keys();
        banners.getChildren().setAll(banners(page));
        Presence.set(banners, !banners.getChildren().isEmpty());
        nameText.setText(state.name().text());
        passwordText.setText(texts.get(state.hasPassword() ? "device.password.set" : "device.password.none"));
        keysText.setText(trusted.isEmpty() ? texts.get("device.keys.none") : Integer.toString(trusted.size()));
        management.setText(wording.management(state.lan()));
        network.setText(new Wording(texts).state(page.network()));
        addresses.setText(wording.addresses(state.lan(), page.network()));
        platform.setText(wording.platform(state.platform()));
        kind.setText(state.identity().model() + "\n" + state.identity().serial());
        number.setText(state.identity().uuid().toString());
        version.setText(page.device().version());
        speak(name, "device.name", nameText);
        speak(password, "device.password", passwordText);
        speak(keys, "device.keys", keysText);
    }

    private List<Node> banners(Page.Device page) {
        var state = page.device().state();
        var shown = new ArrayList<Node>();
        state.twin()
                .map(twin -> context.texts().get("device.twin", DeviceWording.address(twin)))
                .ifPresent(text -> shown.add(new Banner(text, "alert-icon", "warning")));
        state.attempts()
                .recent()
                .forEach(attempt -> shown.add(new Banner(wording.attempt(attempt), "alert-icon", "warning")));
        return shown;
    }

    private void speak(TapBox row, String key, Label value) {
        row.setAccessibleText(context.texts().get(key) + ". " + value.getText());
    }

    @FXML
    void back() {
        context.actions().open(DevicePlace.CLOSED);
    }
}
