package wifisetup.ui.page;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import wifisetup.device.DeviceEvent;
import wifisetup.device.TrustedKey;
import wifisetup.ui.control.Presence;
import wifisetup.ui.control.TapBox;
import wifisetup.ui.view.DevicePlace;
import wifisetup.ui.view.Page;

/// The keys that the device trusts, to tap one that it shall trust no more.
final class DeviceKeysController implements PageController<Page.DeviceKeys> {
    private final Context context;

    @FXML
    private VBox list;

    @FXML
    private Label nothing;

    DeviceKeysController(Context context) {
        this.context = context;
    }

    @Override
    public void show(Page.DeviceKeys page) {
        list.getChildren().setAll(nothing);
        list.getChildren().addAll(page.keys().stream().map(this::row).toList());
        Presence.set(nothing, page.keys().isEmpty());
    }

    private TapBox row(TrustedKey key) {
        var sign = new FontIcon();
        sign.getStyleClass().add("key-icon");
        var label = new Label(key.label());
        label.getStyleClass().add("row-name");
        var print = new Label(key.fingerprint().text());
        print.getStyleClass().addAll("muted", "fingerprint");
        print.setWrapText(true);
        print.setMinHeight(Region.USE_PREF_SIZE);
        var words = new VBox(label, print);
        words.getStyleClass().add("words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var remove = new FontIcon();
        remove.getStyleClass().add("forget-icon");
        var row = new TapBox();
        row.getStyleClass().add("row");
        row.getChildren().addAll(sign, words, remove);
        row.setAccessibleText(context.texts().get("keys.remove", key.label()));
        row.setOnTap(() -> ask(key));
        return row;
    }

    private void ask(TrustedKey key) {
        var texts = context.texts();
        context.asking()
                .ask(new Question(
                        texts.get("keys.remove", key.label()),
                        texts.get("keys.remove.text"),
                        texts.get("keys.remove.yes"),
                        () -> context.actions().device(new DeviceEvent.RemoveKey(key.accessId()))));
    }

    @FXML
    void back() {
        context.actions().open(DevicePlace.OVERVIEW);
    }
}
