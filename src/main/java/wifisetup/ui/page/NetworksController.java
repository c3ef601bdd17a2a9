package wifisetup.ui.page;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import wifisetup.join.Draft;
import wifisetup.join.JoinEvent;
import wifisetup.join.Listing;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.control.Presence;
import wifisetup.ui.control.SignalBars;
import wifisetup.ui.control.TapBox;
import wifisetup.ui.view.Page;
import wifisetup.words.Wording;

/// The networks in the air, to tap one.
final class NetworksController implements PageController<Page.Networks> {
    private final Context context;
    private final Wording wording;
    private final Map<NetworkId, NetworkRow> rows = new HashMap<>();
    private RowOrder order = RowOrder.EMPTY;
    private List<NetworkId> shown = List.of();
    private Listing listing = new Listing.Never();

    @FXML
    private PageFrame frame;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox list;

    @FXML
    private HBox wired;

    @FXML
    private Label wiredText;

    @FXML
    private VBox nothing;

    @FXML
    private SignalBars searching;

    @FXML
    private Label nothingText;

    @FXML
    private TapBox other;

    @FXML
    private TapBox phone;

    NetworksController(Context context) {
        this.context = context;
        this.wording = new Wording(context.texts());
    }

    @FXML
    void initialize() {
        scroll.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> order = order.press());
        scroll.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> order = order.release(now()));
        scroll.vvalueProperty().addListener(_ -> order = order.scroll(now()));
        other.setOnTap(() -> context.actions().join(new JoinEvent.OtherPicked()));
        other.setAccessibleText(context.texts().get("networks.other"));
        phone.setOnTap(() -> context.actions().usePhone(Optional.empty(), Draft.NONE));
        phone.setAccessibleText(context.texts().get("hotspot.use"));
    }

    @Override
    public void show(Page.Networks page) {
        listing = page.listing();
        // By radio, the row of the network says it.
        wiredText.setText(page.status().wired() ? wording.state(page.status()) : "");
        Presence.set(wired, page.status().wired());
        Presence.set(phone, page.phone());
        order = order.heard(page.networks(), now());
        arrange();
        freshen(now());
    }

    @Override
    public void enter() {
        order = new RowOrder(order.heard(), order.heard(), false, Instant.MIN);
        arrange();
        scroll.setVvalue(0);
    }

    @Override
    public void leave() {
        searching.search(false);
    }

    @Override
    public void tick(Instant now) {
        order = order.at(now);
        arrange();
        freshen(now);
    }

    private void arrange() {
        var networks = order.rows();
        networks.forEach(
                network -> rows.computeIfAbsent(network.id(), this::row).show(network));
        var ids = networks.stream().map(Network::id).toList();
        if (!ids.equals(shown)) {
            shown = ids;
            rows.keySet().retainAll(ids);
            list.getChildren().setAll(wired);
            list.getChildren().addAll(ids.stream().map(rows::get).toList());
            list.getChildren().addAll(nothing, other, phone);
        }
        boolean empty = ids.isEmpty();
        Presence.set(nothing, empty);
    }

    private NetworkRow row(NetworkId id) {
        var row = new NetworkRow(wording);
        row.setOnTap(() -> pick(id));
        return row;
    }

    private void pick(NetworkId id) {
        boolean joinable = order.rows().stream()
                .anyMatch(
                        network -> network.id().equals(id) && network.obstacle().isEmpty());
        if (joinable) {
            context.actions().join(new JoinEvent.Picked(id));
        }
    }

    private void freshen(Instant now) {
        frame.setSubtitle(wording.freshness(listing, now));
        boolean looking = listing instanceof Listing.Scanning || listing instanceof Listing.Never;
        searching.light(SignalBars.COUNT);
        searching.search(looking && nothing.isVisible() && !context.reducedMotion());
        nothingText.setText(context.texts().get(looking ? "networks.searching" : "networks.none"));
    }

    private Instant now() {
        return context.clock().instant();
    }

    @FXML
    void refresh() {
        context.actions().join(new JoinEvent.Refresh());
    }

    @FXML
    void saved() {
        context.actions().join(new JoinEvent.OfSaved.SavedWanted());
    }

    @FXML
    void back() {
        context.actions().join(new JoinEvent.Back(Draft.NONE));
    }
}
