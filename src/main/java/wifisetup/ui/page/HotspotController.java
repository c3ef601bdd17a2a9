package wifisetup.ui.page;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import wifisetup.hotspot.HotspotState;
import wifisetup.ui.control.NumberedStep;
import wifisetup.ui.control.NumberedStep.Progress;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.control.Presence;
import wifisetup.ui.control.QrCode;
import wifisetup.ui.control.SpelledText;
import wifisetup.ui.view.Page;
import wifisetup.words.Wording;

/// The way into the open hotspot with a phone, step by step. Each step has the code that helps with it.
final class HotspotController implements PageController<Page.Hotspot> {
    private final Context context;
    private final Wording wording;

    @FXML
    private PageFrame frame;

    @FXML
    private QrCode code;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox words;

    @FXML
    private NumberedStep join;

    @FXML
    private VBox access;

    @FXML
    private Label name;

    @FXML
    private VBox locked;

    @FXML
    private SpelledText passphrase;

    @FXML
    private NumberedStep open;

    @FXML
    private NumberedStep choose;

    @FXML
    private VBox asked;

    @FXML
    private SpelledText digits;

    HotspotController(Context context) {
        this.context = context;
        this.wording = new Wording(context.texts());
    }

    @Override
    public void show(Page.Hotspot page) {
        var texts = context.texts();
        var target = page.request().target().map(network -> network.id().ssid().display());
        tellFailure(page.open().last());
        access(page);
        String address = shortened(page.open().page());
        String choice = target.map(network -> texts.get("hotspot.choose.target", network))
                .orElseGet(() -> texts.get("hotspot.choose"));
        switch (page.open().visit()) {
            case NONE -> {
                join.show(Progress.CURRENT, texts.get("hotspot.join"));
                open.show(Progress.AHEAD, texts.get("hotspot.open", address));
                choose.show(Progress.AHEAD, choice);
                arrange(join, access, open, choose, asked);
                joins(page);
            }
            case JOINED -> {
                join.show(Progress.DONE, texts.get("hotspot.joined"));
                open.show(Progress.CURRENT, texts.get("hotspot.open.now", address));
                choose.show(Progress.AHEAD, choice);
                arrange(join, open, choose, asked, access);
                opens(page.open().page());
            }
            case CHOOSING -> {
                open.show(Progress.DONE, texts.get("hotspot.opened"));
                choose.show(Progress.CURRENT, target.isPresent() ? choice : texts.get("hotspot.choose.now"));
                arrange(open, choose, asked, access);
                opens(page.open().page());
            }
        }
    }

    /// The join that failed before, as the password page tells it.
    private void tellFailure(Optional<HotspotState.FailedJoin> last) {
        frame.setAlarming(last.isPresent());
        frame.setSubtitle(last.map(failed -> context.texts()
                        .get("hotspot.failed", failed.ssid().display(), wording.sentence(failed.failure())))
                .orElse(""));
    }

    private void access(Page.Hotspot page) {
        var entry = page.request().access();
        name.setText(entry.ssid().display());
        passphrase.setText(entry.passphrase().reveal());
        Presence.set(locked, !entry.passphrase().isEmpty());
        entry.code().ifPresent(number -> digits.setText(number.reveal()));
        Presence.set(asked, entry.code().isPresent());
    }

    private void joins(Page.Hotspot page) {
        var entry = page.request().access();
        code.setContent(entry.joinCode().reveal());
        code.setAccessibleText(context.texts().get("hotspot.joins", entry.ssid().display()));
    }

    private void opens(URI address) {
        code.setContent(address.toString());
        code.setAccessibleText(context.texts().get("hotspot.opens", address));
    }

    /// An address as people type it.
    private static String shortened(URI address) {
        String path = address.getRawPath();
        return address.getRawAuthority() + (path.length() > 1 ? path : "");
    }

    /// What is to be done next is above what was needed before.
    private void arrange(Node... order) {
        var shown = List.of(order);
        if (!words.getChildren().equals(shown)) {
            words.getChildren().setAll(shown);
            scroll.setVvalue(0);
        }
    }

    @Override
    public void enter() {
        scroll.setVvalue(0);
    }

    @Override
    public void leave() {
        code.setContent("");
        passphrase.setText("");
        digits.setText("");
    }

    @Override
    public void conceal(boolean concealed) {
        code.setConcealed(concealed);
        passphrase.setConcealed(concealed);
        digits.setConcealed(concealed);
    }

    @FXML
    void stop() {
        context.actions().stopHotspot();
    }
}
