package wifisetup.ui.page;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import wifisetup.network.Network;
import wifisetup.ui.control.Presence;
import wifisetup.ui.control.SignalBars;
import wifisetup.ui.control.TapBox;
import wifisetup.words.Wording;

/// The row of one network; it stays that network's, wherever in the list it stands.
final class NetworkRow extends TapBox {
    private final Wording wording;
    private final SignalBars bars = new SignalBars();
    private final Label name = new Label();
    private final Label about = new Label();
    private final FontIcon lock = new FontIcon();
    private final FontIcon tick = new FontIcon();

    NetworkRow(Wording wording) {
        this.wording = wording;
        getStyleClass().add("row");
        name.getStyleClass().add("row-name");
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        lock.getStyleClass().addAll("small-icon", "lock-icon");
        tick.getStyleClass().addAll("tick-icon");
        var words = new VBox(name, about);
        words.getStyleClass().add("words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(bars, words, lock, tick);
    }

    void show(Network network) {
        int lit = SignalBars.barsOf(network.strength());
        bars.light(lit);
        name.setText(network.ssid().display());
        about.setText(wording.about(network));
        Presence.set(lock, !network.security().isOpen());
        Presence.set(tick, network.connected() || network.saved());
        style("unusable", network.obstacle().isPresent());
        style("connected", network.connected());
        setAccessibleText(wording.spoken(network, lit));
    }

    private void style(String styleClass, boolean wanted) {
        getStyleClass().remove(styleClass);
        if (wanted) {
            getStyleClass().add(styleClass);
        }
    }
}
