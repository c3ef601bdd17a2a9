package wifisetup.ui.page;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import wifisetup.setup.ClientType;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.view.Page;
import wifisetup.words.Neutral;

/// Another client is at work.
final class ElsewhereController implements PageController<Page.Elsewhere> {
    private static final int LONGEST_NAME = 60;

    private final Context context;

    @FXML
    private PageFrame frame;

    @FXML
    private Label sentence;

    ElsewhereController(Context context) {
        this.context = context;
    }

    @Override
    public void show(Page.Elsewhere page) {
        var client = page.client();
        frame.setTitle(context.texts().get("elsewhere.title"));
        sentence.setText(context.texts()
                .get(
                        client.type() == ClientType.REMOTE ? "elsewhere.remote" : "elsewhere.on-device",
                        Neutral.text(client.displayText(), LONGEST_NAME)));
    }

    @FXML
    void stop() {
        context.actions().stopClient();
    }
}
