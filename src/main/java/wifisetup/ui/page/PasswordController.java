package wifisetup.ui.page;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.join.Cause;
import wifisetup.join.Draft;
import wifisetup.join.JoinEvent;
import wifisetup.network.NetworkId;
import wifisetup.network.PassphraseFlaw;
import wifisetup.network.Security;
import wifisetup.secret.Secret;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.control.Presence;
import wifisetup.ui.control.SecretField;
import wifisetup.ui.view.Page;
import wifisetup.words.EntryWording;

/// The password of a network.
final class PasswordController implements PageController<Page.Password> {
    private final Context context;
    private final EntryWording wording;
    private @Nullable NetworkId shown;
    private Cause cause = new Cause.Needed();
    private String filled = "";
    private boolean hidden;
    private boolean handedOn;

    @FXML
    private PageFrame frame;

    @FXML
    private SecretField field;

    @FXML
    private ToggleButton reveal;

    @FXML
    private Button phone;

    @FXML
    private Button connect;

    PasswordController(Context context) {
        this.context = context;
        this.wording = new EntryWording(context.texts());
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
        Presence.set(phone, page.phone());
        hidden = page.hidden();
        // The same page told again must not touch what is being typed.
        boolean known = page.id().equals(shown) && page.cause().equals(cause);
        if (known && !field.getText().isEmpty()) {
            return;
        }
        shown = page.id();
        cause = page.cause();
        filled = page.draft().reveal();
        frame.setTitle(context.texts().get("password.title", page.id().ssid().display()));
        field.fill(filled);
        judge();
    }

    @Override
    public void enter() {
        handedOn = false;
        reveal.setSelected(false);
        field.requestFocus();
        field.end();
    }

    @Override
    public void leave() {
        if (!handedOn && shown != null) {
            context.actions().join(new JoinEvent.Interrupted(shown, draft()));
        }
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
        // What went wrong before is told until something else is typed.
        var refused = field.getText().equals(filled) ? wording.passwordRefused(cause) : "";
        connect.setDisable(flaw.isPresent());
        frame.setSubtitle(refused.isEmpty() ? wording.rule(security(), flaw, typed.isEmpty()) : refused);
        frame.setAlarming(!refused.isEmpty());
    }

    private Security security() {
        return shown == null ? Security.WPA2 : shown.security();
    }

    private Draft draft() {
        return new Draft.Password(new Secret(field.getText()));
    }

    @FXML
    void connect() {
        var password = new Secret(field.getText());
        if (PassphraseFlaw.of(security(), password).isEmpty()) {
            handedOn = true;
            context.actions().join(new JoinEvent.Typed(password));
        }
    }

    @FXML
    void finishOnPhone() {
        if (shown != null) {
            context.actions().usePhone(Optional.of(new HotspotRequest.Target(shown, hidden)), draft());
        }
    }

    @FXML
    void back() {
        handedOn = true;
        context.actions().join(new JoinEvent.Back(draft()));
    }
}
