package wifisetup.ui.page;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import wifisetup.join.JoinEvent;
import wifisetup.network.JoinStage;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.control.Presence;
import wifisetup.ui.control.SignalBars;
import wifisetup.ui.view.Page;
import wifisetup.words.Wording;

/// A join under way, step by step.
final class ConnectingController implements PageController<Page.Connecting> {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Context context;
    private final Wording wording;
    private final Map<JoinStage, Step> steps = new EnumMap<>(JoinStage.class);
    private Optional<Instant> since = Optional.empty();
    private Instant entered = Instant.MAX;
    private Page.Origin origin = Page.Origin.PANEL;
    private boolean cancelling;
    private String name = "";

    @FXML
    private PageFrame frame;

    @FXML
    private VBox list;

    @FXML
    private Label remark;

    @FXML
    private Button cancel;

    ConnectingController(Context context) {
        this.context = context;
        this.wording = new Wording(context.texts());
    }

    /// One step: a sign (a tick when done, bars that search while it lasts) and what it is.
    private record Step(HBox row, Label text, FontIcon tick, SignalBars bars) {
        static Step create() {
            var tick = new FontIcon();
            tick.getStyleClass().add("tick-icon");
            var bars = new SignalBars();
            var sign = new StackPane(tick, bars);
            sign.getStyleClass().add("sign");
            var text = new Label();
            text.setWrapText(true);
            var row = new HBox(sign, text);
            row.getStyleClass().add("step");
            return new Step(row, text, tick, bars);
        }
    }

    @FXML
    void initialize() {
        for (var stage : List.of(JoinStage.AUTHENTICATING, JoinStage.GETTING_ADDRESS, JoinStage.CHECKING_INTERNET)) {
            var step = Step.create();
            step.text().setText(wording.stage(stage));
            steps.put(stage, step);
            list.getChildren().add(step.row());
        }
    }

    @Override
    public void show(Page.Connecting page) {
        since = page.since();
        cancelling = page.cancelling();
        origin = page.origin();
        name = page.network().display();
        Presence.set(remark, origin == Page.Origin.PHONE);
        cancel.setDisable(cancelling);
        var reached = switch (page.stage()) {
            case PREPARING, AUTHENTICATING, CHECKING_PASSWORD_AGAIN, TRYING_OLDER_SECURITY -> JoinStage.AUTHENTICATING;
            case GETTING_ADDRESS -> JoinStage.GETTING_ADDRESS;
            case CHECKING_INTERNET -> JoinStage.CHECKING_INTERNET;
        };
        steps.forEach((stage, step) -> {
            boolean done = stage.compareTo(reached) < 0;
            boolean current = stage == reached;
            step.text().setText(wording.stage(current ? shownAs(page.stage()) : stage));
            step.row().pseudoClassStateChanged(DONE, done);
            step.row().pseudoClassStateChanged(CURRENT, current);
            step.tick().setVisible(done);
            step.bars().setVisible(!done);
            step.bars().light(current ? SignalBars.COUNT : 0);
            step.bars().search(current && !context.reducedMotion());
        });
        tick(context.clock().instant());
    }

    /// A stage too short to be a step of its own is shown as the one it leads to.
    private static JoinStage shownAs(JoinStage stage) {
        return stage == JoinStage.PREPARING ? JoinStage.AUTHENTICATING : stage;
    }

    @Override
    public void enter() {
        entered = context.clock().instant();
        tick(entered);
    }

    @Override
    public void leave() {
        steps.values().forEach(step -> step.bars().search(false));
    }

    @Override
    public void tick(Instant now) {
        // Before it is known when the join began, the page has been up for as long.
        var begun = since.orElse(entered.isBefore(now) ? entered : now);
        long seconds = Math.max(0, Duration.between(begun, now).toSeconds());
        frame.setSubtitle(
                cancelling
                        ? context.texts().get("connecting.cancelling")
                        : context.texts().get("connecting.elapsed", name, seconds));
    }

    @FXML
    void cancel() {
        switch (origin) {
            case PANEL -> context.actions().join(new JoinEvent.Cancel());
            case PHONE -> context.actions().stopHotspot();
        }
    }
}
