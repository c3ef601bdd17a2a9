package wifisetup.ui.page;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import wifisetup.join.Draft;
import wifisetup.join.JoinEvent;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.ui.form.Choice;
import wifisetup.ui.view.Page;

/// The name of a network that keeps it to itself.
final class OtherController implements PageController<Page.Other> {
    private final Context context;
    private final Choice<Security> kinds = new Choice<>(Security.WPA2_WPA3);

    @FXML
    private TextField name;

    @FXML
    private ToggleButton password;

    @FXML
    private ToggleButton wpa3;

    @FXML
    private ToggleButton account;

    @FXML
    private ToggleButton open;

    @FXML
    private Button next;

    OtherController(Context context) {
        this.context = context;
    }

    @FXML
    void initialize() {
        next.disableProperty().bind(name.textProperty().map(text -> !Ssid.fits(text)));
        kinds.with(password, Security.WPA2_WPA3)
                .with(wpa3, Security.WPA3)
                .with(account, Security.ENTERPRISE)
                .with(open, Security.OPEN);
    }

    @Override
    public void show(Page.Other page) {}

    @Override
    public void enter() {
        name.clear();
        kinds.choose(Security.WPA2_WPA3);
        name.requestFocus();
    }

    @FXML
    void next() {
        if (Ssid.fits(name.getText())) {
            context.actions().join(new JoinEvent.Named(Ssid.of(name.getText()), kinds.value()));
        }
    }

    @FXML
    void back() {
        context.actions().join(new JoinEvent.Back(Draft.NONE));
    }
}
