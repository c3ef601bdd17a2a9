package wifisetup.ui.form;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import wifisetup.join.AccountEntry;
import wifisetup.join.AccountEntry.Check;
import wifisetup.join.AccountEntry.Method;
import wifisetup.secret.Secret;
import wifisetup.ui.control.Banner;
import wifisetup.ui.control.Presence;
import wifisetup.ui.control.SecretField;
import wifisetup.words.Texts;

/// The fields of an account. What few networks want is folded away; fields that do not count at the moment are away
/// too, and keep what is typed in them.
public final class AccountForm extends VBox {
    private final Texts texts;
    private final TextField identity = new TextField();
    private final SecretField password = new SecretField();
    private final ToggleButton reveal = new ToggleButton();
    private final Choice<Check> check = new Choice<>(Check.SYSTEM);
    private final TextField domain = new TextField();
    private final TextField authority = new TextField();
    private final ToggleButton more;
    private final Choice<Method> method = new Choice<>(Method.PEAP);
    private final TextField anonymous = new TextField();
    private final TextField certificate = new TextField();
    private final TextField key = new TextField();

    public AccountForm(Texts texts) {
        this.texts = texts;
        getStyleClass().add("stack");
        var bySystem = toggle("account.check.system");
        var byAuthority = toggle("account.check.authority");
        var byNobody = toggle("account.check.none");
        check.with(bySystem, Check.SYSTEM).with(byAuthority, Check.AUTHORITY).with(byNobody, Check.NONE);
        var peap = toggle("account.method.peap");
        var ttls = toggle("account.method.ttls");
        var pap = toggle("account.method.pap");
        var tls = toggle("account.method.tls");
        method.with(peap, Method.PEAP)
                .with(ttls, Method.TTLS_MSCHAPV2)
                .with(pap, Method.TTLS_PAP)
                .with(tls, Method.TLS);
        more = toggle("account.more");
        more.getStyleClass().add("quiet");

        var domainRow = new FieldRow(texts.get("account.domain"), domain);
        var authorityRow = new FieldRow(texts.get("account.authority"), authority);
        var warning = new Banner(texts.get("account.check.none.warning"), "alert-icon", "warning");
        var certificateRow = new FieldRow(texts.get("account.certificate"), certificate);
        var keyRow = new FieldRow(texts.get("account.key"), key);
        var advanced = new VBox(
                heading("account.method"),
                kinds(peap, ttls, pap, tls),
                certificateRow,
                keyRow,
                new FieldRow(texts.get("account.anonymous"), anonymous));
        advanced.getStyleClass().add("stack");
        getChildren()
                .addAll(
                        new FieldRow(texts.get("account.identity"), identity),
                        passwordRow(),
                        heading("account.check"),
                        kinds(bySystem, byAuthority, byNobody),
                        authorityRow,
                        domainRow,
                        warning,
                        more,
                        advanced);
        check.subscribe(() -> {
            Presence.set(domainRow, check.value() != Check.NONE);
            Presence.set(authorityRow, check.value() == Check.AUTHORITY);
            Presence.set(warning, check.value() == Check.NONE);
        });
        method.subscribe(() -> {
            Presence.set(certificateRow, method.value() == Method.TLS);
            Presence.set(keyRow, method.value() == Method.TLS);
        });
        more.selectedProperty().subscribe(unfolded -> Presence.set(advanced, unfolded));
    }

    private Node passwordRow() {
        var row = new FieldRow(texts.get("password.prompt"), password);
        var icon = new FontIcon();
        icon.getStyleClass().add("reveal-icon");
        reveal.setGraphic(icon);
        reveal.getStyleClass().add("reveal");
        reveal.accessibleTextProperty()
                .bind(reveal.selectedProperty().map(shows -> texts.get(shows ? "password.hide" : "password.show")));
        password.revealedProperty().bind(reveal.selectedProperty());
        row.getChildren().add(reveal);
        return row;
    }

    /// Puts `entry` into the fields.
    public void show(AccountEntry entry) {
        identity.setText(entry.identity());
        password.fill(entry.password().reveal());
        check.choose(entry.check());
        domain.setText(entry.domain());
        authority.setText(entry.authority());
        method.choose(entry.method());
        anonymous.setText(entry.anonymousIdentity());
        certificate.setText(entry.certificate());
        key.setText(entry.privateKey());
        reveal.setSelected(false);
        more.setSelected(
                entry.method() != Method.PEAP || !entry.anonymousIdentity().isBlank());
    }

    /// What the fields hold.
    public AccountEntry entry() {
        return new AccountEntry(
                identity.getText(),
                anonymous.getText(),
                method.value(),
                new Secret(password.getText()),
                certificate.getText(),
                key.getText(),
                check.value(),
                authority.getText(),
                domain.getText());
    }

    /// Runs `action` whenever something of it changes.
    public void subscribe(Runnable action) {
        check.subscribe(action);
        method.subscribe(action);
        fields().forEach(field -> field.textProperty().subscribe(_ -> action.run()));
    }

    /// Runs `action` when Enter is pressed in a field.
    public void onEnter(Runnable action) {
        fields().forEach(field -> field.setOnAction(_ -> action.run()));
    }

    /// Gives the focus to the first field that is empty, else to the password.
    public void focus() {
        var field = identity.getText().isEmpty() ? identity : password;
        field.requestFocus();
        field.end();
    }

    /// Hides the password altogether, or lifts that.
    public void conceal(boolean concealed) {
        password.concealedProperty().set(concealed);
    }

    private List<TextField> fields() {
        return List.of(identity, password, domain, authority, anonymous, certificate, key);
    }

    private ToggleButton toggle(String key) {
        return new ToggleButton(texts.get(key));
    }

    private Label heading(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("heading");
        return label;
    }

    private static Node kinds(ToggleButton... buttons) {
        var pane = new FlowPane(buttons);
        pane.getStyleClass().add("kinds");
        return pane;
    }
}
