package wifisetup.ui.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import wifisetup.ui.view.Page;
import wifisetup.words.Texts;

/// The pages' FXML, each loaded when it is first shown.
public final class Pages {
    private final Context context;
    private final Map<Class<? extends Page>, LoadedPage> loaded = new HashMap<>();

    /// Pages that work with that.
    public Pages(Context context) {
        this.context = context;
    }

    /// The page's nodes, showing its content.
    public LoadedPage show(Page page) {
        var shown = loaded.computeIfAbsent(page.getClass(), _ -> load(page));
        shown.show(page);
        return shown;
    }

    private LoadedPage load(Page page) {
        return load(
                name(page),
                switch (page) {
                    case Page.Select _ -> new SelectController(context);
                    case Page.Networks _ -> new NetworksController(context);
                    case Page.Other _ -> new OtherController(context);
                    case Page.Password _ -> new PasswordController(context);
                    case Page.Account _ -> new AccountController(context);
                    case Page.Saved _ -> new SavedController(context);
                    case Page.Profile _ -> new ProfileController(context);
                    case Page.Address _ -> new AddressController(context);
                    case Page.Country _ -> new CountryController(context);
                    case Page.SignIn _ -> new SignInController(context);
                    case Page.Connecting _ -> new ConnectingController(context);
                    case Page.Result _ -> new ResultController(context);
                    case Page.Problem _ -> new ProblemController(context);
                    case Page.Hotspot _ -> new HotspotController(context);
                    case Page.HotspotPending _ -> new HotspotPendingController(context);
                    case Page.Elsewhere _ -> new ElsewhereController(context);
                    case Page.Home _ -> new HomeController(context);
                    case Page.Device _ -> new DeviceController(context);
                    case Page.DeviceNaming _ -> new DeviceNamingController(context);
                    case Page.DevicePassword _ -> new DevicePasswordController(context);
                    case Page.DeviceKeys _ -> new DeviceKeysController(context);
                    case Page.DeviceConsent _ -> new DeviceConsentController(context);
                    case Page.DeviceTrial _ -> new DeviceTrialController(context);
                    case Page.Identify _ -> new IdentifyController(context);
                });
    }

    private <C extends PageController<?>> LoadedPage load(String name, C controller) {
        return new LoadedPage(name, fxml(name, controller, context.texts()), controller);
    }

    /// The page that asks before something is done; `close` takes it away.
    public Cover confirmation(Question question, Runnable close) {
        var controller = new ConfirmController(question, close);
        return new Cover(fxml("confirm", controller, context.texts()), controller::ready);
    }

    /// The page on which a language is chosen; `close` takes it away.
    public Cover languages(Runnable close) {
        var controller = new LanguageController(context, close);
        return new Cover(fxml("language", controller, context.texts()), controller::ready);
    }

    /// The nodes of one FXML file, bound to `controller`.
    private static Parent fxml(String name, Object controller, Texts texts) {
        String file = "/fxml/" + name + ".fxml";
        URL url = Objects.requireNonNull(Pages.class.getResource(file), file);
        var loader = new FXMLLoader(url, texts.bundle());
        loader.setControllerFactory(_ -> controller);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(file + " cannot be loaded", broken);
        }
    }

    /// A page's name: its FXML file's and its pictures'.
    private static String name(Page page) {
        return page.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
