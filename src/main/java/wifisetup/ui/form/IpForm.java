package wifisetup.ui.form;

import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import wifisetup.network.IpEntry;
import wifisetup.ui.control.Keyboard;
import wifisetup.ui.control.Presence;
import wifisetup.words.Texts;

/// The fields of an address, for one of IPv4 and IPv6. Those that do not count at the moment are away, and keep what
/// is typed in them.
public final class IpForm extends VBox {
    private final IpEntry.Family family;
    private final TextField address = new TextField();
    private final TextField prefix = new TextField();
    private final TextField gateway = new TextField();
    private final TextField dns = new TextField();
    private final Choice<IpEntry.Mode> mode = new Choice<>(IpEntry.Mode.AUTOMATIC);

    public IpForm(IpEntry.Family family, Texts texts) {
        this.family = family;
        getStyleClass().add("stack");
        var title = new Label(texts.get(
                switch (family) {
                    case IPV4 -> "address.ipv4";
                    case IPV6 -> "address.ipv6";
                }));
        title.getStyleClass().add("heading");
        var automatic = new ToggleButton(texts.get("address.automatic"));
        var byHand = new ToggleButton(texts.get("address.by-hand"));
        var off = new ToggleButton(texts.get("address.off"));
        var kinds = new FlowPane(automatic, byHand, off);
        kinds.getStyleClass().add("kinds");
        mode.with(automatic, IpEntry.Mode.AUTOMATIC)
                .with(byHand, IpEntry.Mode.MANUAL)
                .with(off, IpEntry.Mode.OFF);
        var own = new FieldRow(texts.get("address.own"), address);
        var mask = new FieldRow(
                texts.get(
                        switch (family) {
                            case IPV4 -> "address.mask";
                            case IPV6 -> "address.prefix";
                        }),
                prefix);
        var router = new FieldRow(texts.get("address.router"), gateway);
        var servers = new FieldRow(texts.get("address.dns"), dns);
        Stream.of(address, prefix, gateway, dns)
                .forEach(field -> field.getStyleClass().add(Keyboard.DIGITS));
        getChildren().addAll(title, kinds, own, mask, router, servers);
        mode.subscribe(() -> {
            boolean manual = mode.value() == IpEntry.Mode.MANUAL;
            Stream.of(own, mask, router).forEach(row -> Presence.set(row, manual));
            Presence.set(servers, mode.value() != IpEntry.Mode.OFF);
        });
    }

    /// Puts `entry` into the fields.
    public void show(IpEntry entry) {
        mode.choose(entry.mode());
        address.setText(entry.address());
        prefix.setText(entry.prefix());
        gateway.setText(entry.gateway());
        dns.setText(entry.dns());
    }

    /// What the fields hold.
    public IpEntry entry() {
        return new IpEntry(family, mode.value(), address.getText(), prefix.getText(), gateway.getText(), dns.getText());
    }

    /// Runs `action` whenever something of it changes.
    public void subscribe(Runnable action) {
        mode.subscribe(action);
        Stream.of(address, prefix, gateway, dns)
                .forEach(field -> field.textProperty().subscribe(_ -> action.run()));
    }

    /// Gives the focus to the first field, if that counts.
    public void focus() {
        if (mode.value() == IpEntry.Mode.MANUAL) {
            address.requestFocus();
            address.end();
        }
    }
}
