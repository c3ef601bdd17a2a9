package wifisetup.ui.page;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import wifisetup.join.JoinEvent;
import wifisetup.network.Connectivity;
import wifisetup.network.Link;
import wifisetup.setup.Consent;
import wifisetup.ui.control.Banner;
import wifisetup.ui.control.Presence;
import wifisetup.ui.control.SignalBars;
import wifisetup.ui.view.DevicePlace;
import wifisetup.ui.view.Page;
import wifisetup.words.Wording;

/// No set-up: a quiet page, with the way back to one behind a handle at the top.
final class HomeController implements PageController<Page.Home> {
    private final Context context;
    private final Wording wording;

    @FXML
    private FontIcon sign;

    @FXML
    private SignalBars searching;

    @FXML
    private Label sentence;

    @FXML
    private Label remark;

    @FXML
    private Button signIn;

    @FXML
    private VBox banners;

    @FXML
    private VBox drawer;

    @FXML
    private Button language;

    @FXML
    private ToggleButton handle;

    HomeController(Context context) {
        this.context = context;
        this.wording = new Wording(context.texts());
    }

    @FXML
    void initialize() {
        language.setText(context.texts().language().ownName());
        drawer.visibleProperty().bind(handle.selectedProperty());
        drawer.managedProperty().bind(handle.selectedProperty());
        handle.accessibleTextProperty()
                .bind(handle.selectedProperty().map(open -> context.texts().get(open ? "home.close" : "home.open")));
        remark.managedProperty().bind(remark.textProperty().isNotEmpty());
    }

    @Override
    public void enter() {
        handle.setSelected(false);
    }

    @Override
    public void leave() {
        searching.search(false);
    }

    @Override
    public void show(Page.Home page) {
        var network = page.network();
        boolean waiting = page.waiting() && !network.isLinked();
        searching.setVisible(waiting);
        searching.light(SignalBars.COUNT);
        searching.search(waiting && !context.reducedMotion());
        sign.setVisible(!waiting);
        String connected = network.link() instanceof Link.Up ? "online-icon" : "wired-icon";
        sign.getStyleClass().setAll("ikonli-font-icon", "hero-icon");
        if (network.isOnline()) {
            sign.getStyleClass().addAll(connected, "success");
        } else {
            sign.getStyleClass().addAll(network.isLinked() ? connected : "offline-icon", "calm");
        }
        sentence.setText(waiting ? context.texts().get("home.waiting") : wording.state(network));
        remark.setText(network.isLinked() || waiting ? "" : offline(page.consent()));
        Presence.set(signIn, network.isLinked() && network.connectivity() == Connectivity.PORTAL);
        banners.getChildren()
                .setAll(page.notices().stream()
                        .map(notice ->
                                new Banner(new ScreenWording(context.texts()).notice(notice), "info-icon", "info"))
                        .toList());
    }

    private String offline(Consent consent) {
        return switch (consent) {
            case Consent.Wanted _ -> context.texts().get("home.hint");
            case Consent.Skipped _ -> context.texts().get("home.skipped");
            case Consent.Never _ -> context.texts().get("home.never");
        };
    }

    @FXML
    void signIn() {
        context.actions().join(new JoinEvent.OfSignIn.SignInWanted());
    }

    @FXML
    void languages() {
        context.languages().run();
    }

    @FXML
    void device() {
        handle.setSelected(false);
        context.actions().open(DevicePlace.OVERVIEW);
    }

    @FXML
    void setUp() {
        handle.setSelected(false);
        context.actions().startSetup();
    }
}
