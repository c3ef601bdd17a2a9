package wifisetup.ui.page;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import wifisetup.join.Draft;
import wifisetup.join.JoinEvent;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.control.SignalBars;
import wifisetup.ui.view.Page;
import wifisetup.words.Neutral;
import wifisetup.words.Wording;

/// What keeps the list of networks away, and what to do about it.
final class ProblemController implements PageController<Page.Problem> {
    private final Context context;
    private final Wording wording;

    @FXML
    private PageFrame frame;

    @FXML
    private FontIcon sign;

    @FXML
    private SignalBars waiting;

    @FXML
    private Label sentence;

    @FXML
    private Label smallPrint;

    @FXML
    private Button act;

    private JoinEvent event = new JoinEvent.Refresh();

    ProblemController(Context context) {
        this.context = context;
        this.wording = new Wording(context.texts());
    }

    @Override
    public void show(Page.Problem page) {
        switch (page.obstruction()) {
            case Page.Obstruction.Starting _ -> say("starting", "", "");
            case Page.Obstruction.NoAdapter _ -> say("no-adapter", "", "problem.look-again");
            case Page.Obstruction.RadioOff(var by) -> {
                switch (by) {
                    case SWITCH -> say("radio-off-hard", "", "");
                    case SOFTWARE, COUNTRY -> say("radio-off", "", "remedy.turn-on");
                }
            }
            case Page.Obstruction.ServiceMissing(var detail) -> say("service", detail, "problem.look-again");
            case Page.Obstruction.Refused(var action) ->
                say("refused", context.texts().get("problem.permission", action), "problem.look-again");
        }
        event = page.obstruction() instanceof Page.Obstruction.RadioOff
                ? new JoinEvent.TurnOn()
                : new JoinEvent.Refresh();
        frame.setAlarming(page.trouble().isPresent());
        frame.setSubtitle(page.trouble().map(wording::sentence).orElse(""));
        boolean starting = page.obstruction() instanceof Page.Obstruction.Starting;
        sign.setVisible(!starting);
        waiting.setVisible(starting);
        waiting.light(SignalBars.COUNT);
        waiting.search(starting && !context.reducedMotion());
    }

    @Override
    public void leave() {
        waiting.search(false);
    }

    private void say(String kind, String found, String action) {
        var texts = context.texts();
        frame.setTitle(texts.get("problem." + kind + ".title"));
        sentence.setText(texts.get("problem." + kind));
        smallPrint.setText(Neutral.text(found, 200));
        act.setVisible(!action.isEmpty());
        act.setText(action.isEmpty() ? "" : texts.get(action));
    }

    @FXML
    void act() {
        context.actions().join(event);
    }

    @FXML
    void back() {
        context.actions().join(new JoinEvent.Back(Draft.NONE));
    }
}
