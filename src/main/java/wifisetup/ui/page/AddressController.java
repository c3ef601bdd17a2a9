package wifisetup.ui.page;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wifisetup.join.AddressEntry;
import wifisetup.join.Draft;
import wifisetup.join.JoinEvent;
import wifisetup.network.IpEntry;
import wifisetup.network.NetworkId;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.form.IpForm;
import wifisetup.ui.view.Page;
import wifisetup.words.EntryWording;

/// The device's address on a network, from the network or by hand.
final class AddressController implements PageController<Page.Address> {
    private final Context context;
    private final EntryWording wording;
    private final IpForm ipv4;
    private final IpForm ipv6;
    private @Nullable NetworkId shown;
    private boolean joining;
    private boolean handedOn;

    @FXML
    private PageFrame frame;

    @FXML
    private VBox forms;

    @FXML
    private Button use;

    AddressController(Context context) {
        this.context = context;
        this.wording = new EntryWording(context.texts());
        this.ipv4 = new IpForm(IpEntry.Family.IPV4, context.texts());
        this.ipv6 = new IpForm(IpEntry.Family.IPV6, context.texts());
    }

    @FXML
    void initialize() {
        forms.getChildren().addAll(ipv4, ipv6);
        ipv4.subscribe(this::judge);
        ipv6.subscribe(this::judge);
    }

    @Override
    public void show(Page.Address page) {
        var texts = context.texts();
        frame.setTitle(texts.get("address.title", page.id().ssid().display()));
        use.setText(texts.get(page.joining() ? "password.connect" : "address.save"));
        // The same page told again must not touch what is being typed.
        if (!page.id().equals(shown) || page.joining() != joining) {
            shown = page.id();
            joining = page.joining();
            ipv4.show(page.entry().ipv4());
            ipv6.show(page.entry().ipv6());
        }
    }

    @Override
    public void enter() {
        handedOn = false;
        ipv4.focus();
    }

    @Override
    public void leave() {
        if (!handedOn && shown != null) {
            context.actions().join(new JoinEvent.Interrupted(shown, new Draft.Address(entry())));
        }
        shown = null;
    }

    private AddressEntry entry() {
        return new AddressEntry(ipv4.entry(), ipv6.entry());
    }

    private void judge() {
        var flawed = entry().flawed();
        frame.setSubtitle(wording.addresses(flawed));
        use.setDisable(flawed.isPresent());
    }

    @FXML
    void use() {
        var entry = entry();
        if (entry.flawed().isEmpty()) {
            handedOn = true;
            context.actions().join(new JoinEvent.OfSaved.AddressTyped(entry));
        }
    }

    @FXML
    void back() {
        handedOn = true;
        context.actions().join(new JoinEvent.Back(new Draft.Address(entry())));
    }
}
