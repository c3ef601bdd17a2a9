package wifisetup.ui.page;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import wifisetup.ui.control.TapBox;
import wifisetup.ui.view.Page;

/// The row of one saved network.
final class SavedNetworkRow extends TapBox {
    private final ScreenWording wording;
    private final Label name = new Label();
    private final Label about = new Label();
    private final FontIcon sign = new FontIcon();

    SavedNetworkRow(ScreenWording wording) {
        this.wording = wording;
        getStyleClass().add("row");
        name.getStyleClass().add("row-name");
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        var words = new VBox(name, about);
        words.getStyleClass().add("words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var chevron = new FontIcon();
        chevron.getStyleClass().add("forward-icon");
        getChildren().addAll(sign, words, chevron);
    }

    void show(Page.SavedRow row) {
        name.setText(row.network().ssid().display());
        about.setText(wording.about(row));
        sign.getStyleClass()
                .setAll(
                        "ikonli-font-icon",
                        row.connected() ? "tick-icon" : row.inReach() ? "online-icon" : "offline-icon");
        setAccessibleText(name.getText() + ". " + about.getText());
    }
}
