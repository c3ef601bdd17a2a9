package wifisetup.ui.page;

import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import wifisetup.ui.control.TapBox;
import wifisetup.ui.control.TileGrid;
import wifisetup.ui.view.DevicePlace;
import wifisetup.words.Language;

/// In which language does the kiosk speak? Each is called as its speakers call it, and marked if it is the
/// present one.
final class LanguageController {
    private final Context context;
    private final Runnable close;

    @FXML
    private TileGrid tiles;

    /// @param close takes the page away
    LanguageController(Context context, Runnable close) {
        this.context = context;
        this.close = close;
    }

    @FXML
    void initialize() {
        tiles.getChildren().setAll(Stream.of(Language.values()).map(this::tile).toList());
    }

    /// The page is up: it begins with the present language.
    void ready() {
        tiles.getChildren().get(List.of(Language.values()).indexOf(present())).requestFocus();
    }

    private Language present() {
        return context.texts().language();
    }

    private TapBox tile(Language language) {
        var name = new Label(language.ownName());
        name.getStyleClass().add("tile-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var tile = new TapBox();
        tile.getStyleClass().addAll("tile", "language");
        tile.getChildren().add(name);
        tile.setAccessibleText(language.ownName());
        if (language == present()) {
            var tick = new FontIcon();
            tick.getStyleClass().add("tick-icon");
            tile.getChildren().add(tick);
        }
        tile.setOnTap(() -> choose(language));
        return tile;
    }

    private void choose(Language language) {
        close.run();
        if (language != present()) {
            context.actions().speak(language);
        }
    }

    @FXML
    void device() {
        close.run();
        context.actions().open(DevicePlace.OVERVIEW);
    }

    @FXML
    void back() {
        close.run();
    }
}
