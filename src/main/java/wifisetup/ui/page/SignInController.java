package wifisetup.ui.page;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import wifisetup.join.Draft;
import wifisetup.join.JoinEvent;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.control.Presence;
import wifisetup.ui.control.QrCode;
import wifisetup.ui.view.Page;
import wifisetup.words.Neutral;

/// The way past a sign-in page, with a phone.
final class SignInController implements PageController<Page.SignIn> {
    /// A longer address makes a code too fine for a small panel, and no honest sign-in page has one.
    private static final int LONGEST_ADDRESS = 400;

    private final Context context;

    @FXML
    private PageFrame frame;

    @FXML
    private QrCode code;

    @FXML
    private Label how;

    @FXML
    private Label address;

    @FXML
    private Label hardware;

    @FXML
    private Button check;

    SignInController(Context context) {
        this.context = context;
    }

    @Override
    public void show(Page.SignIn page) {
        var texts = context.texts();
        frame.setSubtitle(
                page.checking()
                        ? texts.get("signin.checking")
                        : page.network()
                                .map(ssid -> texts.get("result.network", ssid.display()))
                                .orElseGet(() -> texts.get("state.wired.portal")));
        var known = page.address().filter(found -> found.length() <= LONGEST_ADDRESS);
        known.ifPresent(code::setContent);
        Presence.set(code, known.isPresent());
        code.setAccessibleText(
                known.map(found -> texts.get("signin.code", found)).orElse(""));
        how.setText(texts.get(known.isPresent() ? "signin.how" : "signin.how.unknown"));
        address.setText(known.map(found -> Neutral.text(found, LONGEST_ADDRESS)).orElse(""));
        Presence.set(address, known.isPresent());
        hardware.setText(page.hardwareAddress()
                .map(mac -> texts.get("signin.hardware", mac))
                .orElse(""));
        Presence.set(hardware, page.hardwareAddress().isPresent());
        check.setDisable(page.checking());
    }

    @Override
    public void enter() {
        check.requestFocus();
    }

    @FXML
    void check() {
        context.actions().join(new JoinEvent.OfSignIn.CheckWanted());
    }

    @FXML
    void leaveIt() {
        context.actions().join(new JoinEvent.Dismissed());
    }

    @FXML
    void back() {
        context.actions().join(new JoinEvent.Back(Draft.NONE));
    }
}
