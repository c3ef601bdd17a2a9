package wifisetup.ui.page;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.control.Presence;
import wifisetup.ui.control.SignalBars;
import wifisetup.ui.view.Page;
import wifisetup.words.Wording;

/// A moment to wait for the hotspot, and what for.
final class HotspotPendingController implements PageController<Page.HotspotPending> {
    private final Context context;
    private final Wording wording;

    @FXML
    private PageFrame frame;

    @FXML
    private SignalBars searching;

    @FXML
    private Label sentence;

    @FXML
    private Label remark;

    @FXML
    private Button stop;

    HotspotPendingController(Context context) {
        this.context = context;
        this.wording = new Wording(context.texts());
    }

    @Override
    public void show(Page.HotspotPending page) {
        var texts = context.texts();
        frame.setSubtitle(page.target()
                .map(ssid -> texts.get("hotspot.target", ssid.display()))
                .orElse(""));
        switch (page.pending()) {
            case Page.Pending.Preparing _ -> say("hotspot.preparing", texts.get("hotspot.preparing.why"));
            case Page.Pending.TryingKnown _ -> say("hotspot.trying", texts.get("hotspot.trying.why"));
            case Page.Pending.Pausing(var end) -> say("hotspot.pausing", reason(end));
            case Page.Pending.Stopping _ -> say("hotspot.stopping", texts.get("hotspot.stopping.why"));
        }
        stop.setDisable(page.pending() instanceof Page.Pending.Stopping);
        searching.light(SignalBars.COUNT);
        searching.search(!context.reducedMotion());
    }

    private void say(String key, String why) {
        sentence.setText(context.texts().get(key));
        remark.setText(why);
        Presence.set(remark, !why.isEmpty());
    }

    private String reason(HotspotEnd end) {
        return switch (end) {
            case HotspotEnd.Failed(var failure) -> wording.sentence(failure);
            case HotspotEnd.TimedOut _ -> context.texts().get("hotspot.timed-out");
            case HotspotEnd.Connected _, HotspotEnd.Wired _, HotspotEnd.Cancelled _ -> "";
        };
    }

    @Override
    public void leave() {
        searching.search(false);
    }

    @FXML
    void stop() {
        context.actions().stopHotspot();
    }
}
