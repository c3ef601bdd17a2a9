package wifisetup.ui;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;
import wifisetup.join.JoinEvent;
import wifisetup.network.Failure;
import wifisetup.network.NetworkId;
import wifisetup.network.PassphraseFlaw;
import wifisetup.network.Security;
import wifisetup.secret.Secret;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.control.SecretField;

/// The password of a network.
final class PasswordController implements PageController<Page.Password> {
    private final Context context;
    private final Wording wording;
    private @Nullable NetworkId shown;
    private Optional<Failure> refused = Optional.empty();

    @FXML
    private PageFrame frame;

    @FXML
    private SecretField field;

    @FXML
    private ToggleButton reveal;

    @FXML
    private Button connect;

    PasswordController(Context context) {
        this.context = context;
        this.wording = new Wording(context.texts());
    }

    @FXML
    void initialize() {
        field.revealedProperty().bind(reveal.selectedProperty());
        reveal.accessibleTextProperty()
                .bind(reveal.selectedProperty()
                        .map(shows -> context.texts().get(shows ? "password.hide" : "password.show")));
        field.textProperty().addListener(_ -> judge());
    }

    @Override
    public void show(Page.Password page) {
        // The same page told again must not touch what is being typed.
        if (page.id().equals(shown) && page.refused().equals(refused)) {
            return;
        }
        shown = page.id();
        refused = page.refused();
        frame.setTitle(context.texts().get("password.title", page.id().ssid().display()));
        field.fill(page.draft().reveal());
        judge();
    }

    @Override
    public void enter() {
        reveal.setSelected(false);
        field.requestFocus();
        field.end();
    }

    @Override
    public void leave() {
        shown = null;
        field.fill("");
    }

    @Override
    public void conceal(boolean concealed) {
        field.concealedProperty().set(concealed);
    }

    private void judge() {
        var typed = new Secret(field.getText());
        var flaw = PassphraseFlaw.of(security(), typed);
        connect.setDisable(flaw.isPresent());
        frame.setSubtitle(refused.map(wording::sentence).orElseGet(() -> wording.rule(flaw, typed.isEmpty())));
        frame.setAlarming(refused.isPresent());
    }

    private Security security() {
        return shown == null ? Security.WPA2 : shown.security();
    }

    @FXML
    void connect() {
        var password = new Secret(field.getText());
        if (PassphraseFlaw.of(security(), password).isEmpty()) {
            context.actions().join(new JoinEvent.Typed(password));
        }
    }

    @FXML
    void back() {
        context.actions().join(new JoinEvent.Back(new Secret(field.getText())));
    }
}
