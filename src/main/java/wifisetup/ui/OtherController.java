package wifisetup.ui;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import wifisetup.join.JoinEvent;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// The name of a network that keeps it to itself.
final class OtherController implements PageController<Page.Other> {
    private final Context context;

    @FXML
    private TextField name;

    @FXML
    private ToggleGroup security;

    @FXML
    private ToggleButton password;

    @FXML
    private ToggleButton wpa3;

    @FXML
    private Button next;

    OtherController(Context context) {
        this.context = context;
    }

    @FXML
    void initialize() {
        next.disableProperty().bind(name.textProperty().map(text -> !Ssid.fits(text)));
        // One of the kinds is always chosen: a second tap on it must not take it away.
        security.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
        });
    }

    @Override
    public void show(Page.Other page) {}

    @Override
    public void enter() {
        name.clear();
        password.setSelected(true);
        name.requestFocus();
    }

    @FXML
    void next() {
        if (Ssid.fits(name.getText())) {
            context.actions().join(new JoinEvent.Named(Ssid.of(name.getText()), chosen()));
        }
    }

    @FXML
    void back() {
        context.actions().join(new JoinEvent.Back(Secret.EMPTY));
    }

    private Security chosen() {
        if (password.isSelected()) {
            return Security.WPA2_WPA3;
        }
        return wpa3.isSelected() ? Security.WPA3 : Security.OPEN;
    }
}
