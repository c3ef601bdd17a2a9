package wifisetup.ui.page;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import wifisetup.setup.Client;
import wifisetup.setup.Phase;
import wifisetup.ui.control.Banner;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.control.TapBox;
import wifisetup.ui.control.TileGrid;
import wifisetup.ui.view.Page;
import wifisetup.words.Neutral;
import wifisetup.words.Wording;

/// Who shall set up the network?
final class SelectController implements PageController<Page.Select> {
    /// Longer names of other programs' clients are cut.
    private static final int LONGEST_NAME = 60;

    private final Context context;
    private final Wording wording;

    @FXML
    private PageFrame frame;

    @FXML
    private Button language;

    @FXML
    private VBox banners;

    @FXML
    private TileGrid tiles;

    @FXML
    private Label nobody;

    SelectController(Context context) {
        this.context = context;
        this.wording = new Wording(context.texts());
    }

    @FXML
    void initialize() {
        language.setText(context.texts().language().ownName());
    }

    @Override
    public void show(Page.Select page) {
        frame.setSubtitle(wording.state(page.network()));
        var shown = new ArrayList<Node>();
        page.trouble()
                .map(trouble -> trouble(trouble, page.clients()))
                .ifPresent(text -> shown.add(banner(text, "alert-icon", "warning")));
        page.notices()
                .forEach(notice ->
                        shown.add(banner(new ScreenWording(context.texts()).notice(notice), "info-icon", "info")));
        banners.getChildren().setAll(shown);
        banners.setManaged(!shown.isEmpty());
        tiles.getChildren().setAll(page.clients().stream().map(this::tile).toList());
        nobody.setVisible(page.clients().isEmpty());
        nobody.setManaged(page.clients().isEmpty());
    }

    private String trouble(Phase.Trouble trouble, List<Client> clients) {
        String name = clients.stream()
                .filter(client -> client.displayText().equals(trouble.displayText()))
                .findFirst()
                .map(this::name)
                .orElseGet(() -> neutral(trouble.displayText()));
        return trouble.error().isBlank()
                ? context.texts().get("select.trouble", name)
                : context.texts().get("select.trouble.because", name, neutral(trouble.error()));
    }

    private Node tile(Client client) {
        var texts = context.texts();
        var icon = new FontIcon();
        icon.getStyleClass()
                .add(
                        switch (client.type()) {
                            case ON_DEVICE -> client.builtIn() ? "panel-icon" : "on-device-icon";
                            case REMOTE -> "remote-icon";
                        });
        var name = new Label(name(client));
        name.getStyleClass().add("tile-name");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        var how = new Label(texts.get(
                switch (client.type()) {
                    case ON_DEVICE -> client.builtIn() ? "select.panel.how" : "select.on-device.how";
                    case REMOTE -> "select.remote.how";
                }));
        how.getStyleClass().add("muted");
        how.setWrapText(true);
        var words = new VBox(name, how);
        words.getStyleClass().add("words");
        HBox.setHgrow(words, Priority.ALWAYS);
        var tile = new TapBox();
        tile.getStyleClass().add("tile");
        tile.getChildren().addAll(icon, words);
        tile.setAccessibleText(name.getText() + ". " + how.getText());
        tile.setOnTap(() -> context.actions().select(client));
        return tile;
    }

    /// What a client is called: this program's own ones in the language of the screen, others as they say.
    private String name(Client client) {
        if (!client.builtIn()) {
            return neutral(client.displayText());
        }
        return context.texts()
                .get(
                        switch (client.type()) {
                            case ON_DEVICE -> "select.panel";
                            case REMOTE -> "hotspot.use";
                        });
    }

    private static Node banner(String text, String icon, String kind) {
        return new Banner(text, icon, kind);
    }

    /// A text of another program, such that it can neither break the layout nor imitate it.
    private static String neutral(String text) {
        return Neutral.text(text, LONGEST_NAME);
    }

    @FXML
    void languages() {
        context.languages().run();
    }

    @FXML
    void later() {
        context.actions().skip();
    }

    @FXML
    void never() {
        var texts = context.texts();
        context.asking()
                .ask(new Question(
                        texts.get("never.title"),
                        texts.get("never.text"),
                        texts.get("never.yes"),
                        context.actions()::never));
    }
}
