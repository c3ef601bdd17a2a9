package wifisetup.ui.page;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.join.AccountEntry;
import wifisetup.join.Cause;
import wifisetup.join.Draft;
import wifisetup.join.JoinEvent;
import wifisetup.network.NetworkId;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.control.Presence;
import wifisetup.ui.form.AccountForm;
import wifisetup.ui.view.Page;
import wifisetup.words.EntryWording;

/// The account for a network.
final class AccountController implements PageController<Page.Account> {
    private final Context context;
    private final EntryWording wording;
    private final AccountForm form;
    private @Nullable NetworkId shown;
    private Cause cause = new Cause.Needed();
    private AccountEntry filled = AccountEntry.EMPTY;
    private boolean hidden;
    private boolean handedOn;

    @FXML
    private PageFrame frame;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Button phone;

    @FXML
    private Button connect;

    AccountController(Context context) {
        this.context = context;
        this.wording = new EntryWording(context.texts());
        this.form = new AccountForm(context.texts());
    }

    @FXML
    void initialize() {
        scroll.setContent(form);
        form.subscribe(this::judge);
        form.onEnter(this::connect);
    }

    @Override
    public void show(Page.Account page) {
        Presence.set(phone, page.phone());
        hidden = page.hidden();
        // The same page told again must not touch what is being typed.
        if (page.id().equals(shown) && page.cause().equals(cause)) {
            return;
        }
        shown = page.id();
        cause = page.cause();
        filled = page.draft();
        frame.setTitle(context.texts().get("password.title", page.id().ssid().display()));
        form.show(filled);
        judge();
    }

    @Override
    public void enter() {
        handedOn = false;
        scroll.setVvalue(0);
        form.focus();
    }

    @Override
    public void leave() {
        if (!handedOn && shown != null) {
            context.actions().join(new JoinEvent.Interrupted(shown, new Draft.Account(form.entry())));
        }
        shown = null;
        form.show(AccountEntry.EMPTY);
    }

    @Override
    public void conceal(boolean concealed) {
        form.conceal(concealed);
    }

    private void judge() {
        var entry = form.entry();
        var refused = entry.equals(filled) ? wording.accountRefused(cause) : "";
        frame.setAlarming(!refused.isEmpty());
        frame.setSubtitle(refused.isEmpty() ? wording.lack(entry.lack()) : refused);
        connect.setDisable(entry.lack().isPresent());
    }

    @FXML
    void connect() {
        var entry = form.entry();
        if (entry.lack().isEmpty()) {
            handedOn = true;
            context.actions().join(new JoinEvent.AccountTyped(entry));
        }
    }

    @FXML
    void finishOnPhone() {
        if (shown != null) {
            context.actions()
                    .usePhone(Optional.of(new HotspotRequest.Target(shown, hidden)), new Draft.Account(form.entry()));
        }
    }

    @FXML
    void back() {
        handedOn = true;
        context.actions().join(new JoinEvent.Back(new Draft.Account(form.entry())));
    }
}
