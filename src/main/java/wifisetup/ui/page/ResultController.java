package wifisetup.ui.page;

import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.javafx.FontIcon;
import wifisetup.join.Draft;
import wifisetup.join.JoinEvent;
import wifisetup.network.Connectivity;
import wifisetup.network.Failure;
import wifisetup.network.Joined;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.view.Page;
import wifisetup.words.Wording;

/// How a join ended, and the one thing to do next.
final class ResultController implements PageController<Page.Result> {
    private final Context context;
    private final Wording wording;
    private Runnable primaryAction = () -> {};
    private Runnable forgetAction = () -> {};
    private Page.Origin origin = Page.Origin.PANEL;

    @FXML
    private PageFrame frame;

    @FXML
    private FontIcon sign;

    @FXML
    private Label sentence;

    @FXML
    private Label advice;

    @FXML
    private ToggleButton details;

    @FXML
    private Label smallPrint;

    @FXML
    private Button forget;

    @FXML
    private Button skip;

    @FXML
    private Button address;

    @FXML
    private Button another;

    @FXML
    private Button primary;

    ResultController(Context context) {
        this.context = context;
        this.wording = new Wording(context.texts());
    }

    @FXML
    void initialize() {
        smallPrint
                .visibleProperty()
                .bind(details.selectedProperty().or(details.visibleProperty().not()));
        smallPrint.managedProperty().bind(smallPrint.visibleProperty());
        details.managedProperty().bind(details.visibleProperty());
        forget.managedProperty().bind(forget.visibleProperty());
        skip.managedProperty().bind(skip.visibleProperty());
        address.managedProperty().bind(address.visibleProperty());
    }

    @Override
    public void enter() {
        details.setSelected(false);
        primary.requestFocus();
    }

    @Override
    public void show(Page.Result page) {
        String name = page.network().display();
        origin = page.origin();
        switch (page.outcome()) {
            case Joined joined -> joined(name, joined);
            case Failure failure -> failed(name, failure);
        }
        forgetAction = () -> context.asking()
                .ask(new Question(
                        context.texts().get("forget.title", name),
                        context.texts().get("forget.text"),
                        context.texts().get("forget.yes"),
                        () -> submit(new JoinEvent.Forget(page.network()))));
    }

    private void joined(String name, Joined joined) {
        var texts = context.texts();
        String kind = switch (joined.connectivity()) {
            case FULL, UNKNOWN -> "connected";
            case PORTAL -> "sign-in";
            case LIMITED, NONE -> "limited";
        };
        frame.setTitle(texts.get("result." + kind + ".title"));
        frame.setSubtitle("");
        sentence.setText(texts.get("result." + kind, name));
        boolean byPhone = origin == Page.Origin.PHONE && kind.equals("connected");
        advice.setText(texts.get(byPhone ? "hotspot.connected.advice" : "result." + kind + ".advice"));
        sign(
                joined.connectivity() == Connectivity.FULL || joined.connectivity() == Connectivity.UNKNOWN
                        ? List.of("success-icon", "success")
                        : List.of("alert-icon", "warning"));
        smallPrint.setText(
                texts.get("result.addresses", String.join(", ", joined.link().addresses())));
        details.setVisible(false);
        forget.setVisible(origin == Page.Origin.PANEL);
        another.setVisible(false);
        address.setVisible(false);
        boolean portal = joined.connectivity() == Connectivity.PORTAL;
        skip.setVisible(portal);
        if (portal) {
            primary("signin.open", () -> submit(new JoinEvent.OfSignIn.SignInWanted()));
        } else {
            primary("result.done", this::dismiss);
        }
    }

    private void failed(String name, Failure failure) {
        frame.setTitle(context.texts().get("result.failed.title"));
        frame.setSubtitle(context.texts().get("result.network", name));
        sentence.setText(wording.sentence(failure));
        advice.setText(wording.advice(failure));
        sign(List.of("failure-icon", "danger"));
        smallPrint.setText(wording.smallPrint(failure));
        details.setVisible(true);
        forget.setVisible(false);
        skip.setVisible(false);
        address.setVisible(failure instanceof Failure.NoAddress);
        var remedy = Remedy.of(failure);
        another.setVisible(remedy != Remedy.CHOOSE_ANOTHER);
        var event = switch (remedy) {
            case REENTER -> new JoinEvent.Reenter();
            case RETRY -> new JoinEvent.Retry();
            case CHOOSE_ANOTHER, SAY_COUNTRY -> new JoinEvent.Back(Draft.NONE);
            case TURN_ON -> new JoinEvent.TurnOn();
        };
        primary("remedy." + remedy.name().toLowerCase(Locale.ROOT).replace('_', '-'), () -> submit(event));
    }

    private void sign(List<String> look) {
        sign.getStyleClass().setAll("ikonli-font-icon", "hero-icon");
        sign.getStyleClass().addAll(look);
    }

    private void primary(String key, Runnable action) {
        primary.setText(context.texts().get(key));
        primaryAction = action;
    }

    private void submit(JoinEvent event) {
        context.actions().join(event);
    }

    @FXML
    void act() {
        primaryAction.run();
    }

    @FXML
    void dismiss() {
        switch (origin) {
            case PANEL -> submit(new JoinEvent.Dismissed());
            case PHONE -> context.actions().dismissHotspot();
        }
    }

    @FXML
    void address() {
        submit(new JoinEvent.OfSaved.AddressWanted());
    }

    @FXML
    void forget() {
        forgetAction.run();
    }

    @FXML
    void another() {
        switch (origin) {
            case PANEL -> submit(new JoinEvent.Back(Draft.NONE));
            case PHONE -> context.actions().dismissHotspot();
        }
    }
}
