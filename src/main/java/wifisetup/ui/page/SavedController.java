package wifisetup.ui.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import wifisetup.join.Draft;
import wifisetup.join.JoinEvent;
import wifisetup.network.ProfileId;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.view.Page;
import wifisetup.words.Wording;

/// The saved networks, to tap one.
final class SavedController implements PageController<Page.Saved> {
    private final Context context;
    private final Wording wording;
    private final Map<ProfileId, SavedNetworkRow> rows = new HashMap<>();

    @FXML
    private PageFrame frame;

    @FXML
    private VBox list;

    @FXML
    private Label nothing;

    SavedController(Context context) {
        this.context = context;
        this.wording = new Wording(context.texts());
    }

    @Override
    public void show(Page.Saved page) {
        var trouble = page.trouble();
        frame.setAlarming(trouble.isPresent());
        frame.setSubtitle(trouble.map(wording::sentence)
                .orElseGet(() -> page.rows().size() > 1 ? context.texts().get("saved.order") : ""));
        page.rows()
                .forEach(row ->
                        rows.computeIfAbsent(row.network().profile(), this::row).show(row));
        var shown = page.rows().stream().map(row -> row.network().profile()).toList();
        rows.keySet().retainAll(shown);
        list.getChildren().setAll(List.of(nothing));
        list.getChildren().addAll(shown.stream().map(rows::get).toList());
        nothing.setVisible(shown.isEmpty());
        nothing.setManaged(shown.isEmpty());
    }

    private SavedNetworkRow row(ProfileId profile) {
        var row = new SavedNetworkRow(new ScreenWording(context.texts()));
        row.setOnTap(() -> context.actions().join(new JoinEvent.OfSaved.ProfilePicked(profile)));
        return row;
    }

    @FXML
    void back() {
        context.actions().join(new JoinEvent.Back(Draft.NONE));
    }
}
