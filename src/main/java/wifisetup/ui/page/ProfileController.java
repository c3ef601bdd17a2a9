package wifisetup.ui.page;

import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import wifisetup.join.Draft;
import wifisetup.join.JoinEvent;
import wifisetup.network.IpSettings;
import wifisetup.network.MacAddressPolicy;
import wifisetup.network.Metered;
import wifisetup.network.NetworkSettings;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.control.Presence;
import wifisetup.ui.control.SwitchRow;
import wifisetup.ui.control.TapBox;
import wifisetup.ui.view.Page;
import wifisetup.words.Wording;

/// One saved network: what a person may decide about it.
final class ProfileController implements PageController<Page.Profile> {
    private final Context context;
    private final Wording wording;
    private NetworkSettings settings = NetworkSettings.DEFAULT;
    private Runnable forgetAction = () -> {};

    @FXML
    private PageFrame frame;

    @FXML
    private ScrollPane scroll;

    @FXML
    private SwitchRow autoconnect;

    @FXML
    private TapBox first;

    @FXML
    private Label firstText;

    @FXML
    private TapBox password;

    @FXML
    private Label passwordText;

    @FXML
    private TapBox address;

    @FXML
    private Label addressText;

    @FXML
    private SwitchRow metered;

    @FXML
    private SwitchRow privateAddress;

    @FXML
    private TapBox forget;

    @FXML
    private Button connect;

    ProfileController(Context context) {
        this.context = context;
        this.wording = new Wording(context.texts());
    }

    @FXML
    void initialize() {
        var texts = context.texts();
        autoconnect.setOnTap(() -> change(now -> now.withAutoconnect(!now.autoconnect())));
        metered.setOnTap(
                () -> change(now -> now.withMetered(now.metered() == Metered.YES ? Metered.AUTOMATIC : Metered.YES)));
        privateAddress.setOnTap(() -> change(
                now -> now.withMacAddress(isPrivate(now) ? MacAddressPolicy.PERMANENT : MacAddressPolicy.STABLE)));
        first.setOnTap(() -> submit(new JoinEvent.OfSaved.FirstWanted()));
        password.setOnTap(() -> submit(new JoinEvent.OfSaved.PasswordChanged()));
        password.setAccessibleText(texts.get("profile.password"));
        address.setOnTap(() -> submit(new JoinEvent.OfSaved.AddressWanted()));
        forget.setOnTap(() -> forgetAction.run());
        forget.setAccessibleText(texts.get("result.forget"));
    }

    @Override
    public void enter() {
        scroll.setVvalue(0);
    }

    @Override
    public void show(Page.Profile page) {
        var texts = context.texts();
        var network = page.row().network();
        String name = network.ssid().display();
        settings = network.settings();
        frame.setTitle(texts.get("password.title", name));
        frame.setAlarming(page.trouble().isPresent());
        frame.setSubtitle(page.trouble()
                .map(wording::sentence)
                .orElseGet(() -> new ScreenWording(context.texts()).reach(page.row())));
        autoconnect.setSelected(settings.autoconnect());
        metered.setSelected(settings.metered() == Metered.YES);
        privateAddress.setSelected(isPrivate(settings));
        first.setDisable(page.first());
        firstText.setText(texts.get(page.first() ? "profile.is-first" : "profile.first"));
        first.setAccessibleText(firstText.getText());
        Presence.set(password, !network.id().security().isOpen());
        passwordText.setText(
                texts.get(network.id().security().needsAccount() ? "profile.account" : "profile.password"));
        addressText.setText(
                texts.get(settings.ipv4() instanceof IpSettings.Manual ? "address.by-hand" : "address.automatic"));
        address.setAccessibleText(texts.get("profile.address") + ". " + addressText.getText());
        connect.setVisible(!page.row().connected());
        connect.setDisable(!page.row().inReach() && !network.hidden());
        forgetAction = () -> context.asking()
                .ask(new Question(
                        texts.get("forget.title", name),
                        texts.get("forget.text"),
                        texts.get("forget.yes"),
                        () -> submit(new JoinEvent.Forget(network.ssid()))));
    }

    private static boolean isPrivate(NetworkSettings settings) {
        return switch (settings.macAddress()) {
            case STABLE, RANDOM -> true;
            case SYSTEM, PERMANENT -> false;
        };
    }

    private void change(UnaryOperator<NetworkSettings> change) {
        submit(new JoinEvent.OfSaved.Changed(change.apply(settings)));
    }

    private void submit(JoinEvent event) {
        context.actions().join(event);
    }

    @FXML
    void connect() {
        submit(new JoinEvent.OfSaved.ConnectWanted());
    }

    @FXML
    void back() {
        submit(new JoinEvent.Back(Draft.NONE));
    }
}
