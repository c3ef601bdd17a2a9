package wifisetup.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// The pages' FXML, each loaded when it is first shown.
final class Pages {
    private final Context context;
    private final Map<Class<? extends Page>, Loaded> loaded = new HashMap<>();

    Pages(Context context) {
        this.context = context;
    }

    /// The page's nodes, showing its content.
    Loaded show(Page page) {
        var shown = loaded.computeIfAbsent(page.getClass(), _ -> load(page));
        shown.show(page);
        return shown;
    }

    private Loaded load(Page page) {
        return load(
                name(page),
                switch (page) {
                    case Page.Select _ -> new SelectController(context);
                    case Page.Networks _ -> new NetworksController(context);
                    case Page.Other _ -> new OtherController(context);
                    case Page.Password _ -> new PasswordController(context);
                    case Page.Connecting _ -> new ConnectingController(context);
                    case Page.Result _ -> new ResultController(context);
                    case Page.Problem _ -> new ProblemController(context);
                    case Page.Elsewhere _ -> new ElsewhereController(context);
                    case Page.Home _ -> new HomeController(context);
                });
    }

    private <C extends PageController<?>> Loaded load(String name, C controller) {
        return new Loaded(name, fxml(name, controller, context.texts()), controller);
    }

    /// The nodes of one FXML file, bound to `controller`.
    static Parent fxml(String name, Object controller, Texts texts) {
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
    static String name(Page page) {
        return page.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /// A page that is loaded.
    record Loaded(String name, Parent root, PageController<?> controller) {
        private void show(Page page) {
            show(controller, page);
        }

        /// Each controller is only ever given the kind of page for which it was made.
        @SuppressWarnings("unchecked")
        private static <P extends Page> void show(PageController<P> controller, Page page) {
            controller.show((P) page);
        }
    }
}
