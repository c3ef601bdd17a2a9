package wifisetup.ui.page;

import java.time.Instant;
import javafx.scene.Parent;
import wifisetup.ui.view.Page;

/// A page's nodes, once loaded, and what can happen to them. JavaFX application thread only.
public final class LoadedPage {
    private final String name;
    private final Parent root;
    private final PageController<?> controller;

    LoadedPage(String name, Parent root, PageController<?> controller) {
        this.name = name;
        this.root = root;
        this.controller = controller;
    }

    /// Its FXML file's name, and its pictures'.
    public String name() {
        return name;
    }

    /// Its nodes.
    public Parent root() {
        return root;
    }

    /// It comes up, with content already shown.
    public void enter() {
        controller.enter();
    }

    /// Another page takes its place.
    public void leave() {
        controller.leave();
    }

    /// Time passes: to be called about once a second while it is up.
    public void tick(Instant now) {
        controller.tick(now);
    }

    /// Shows or lifts whatever must not be in a picture.
    public void conceal(boolean concealed) {
        controller.conceal(concealed);
    }

    void show(Page page) {
        show(controller, page);
    }

    /// Each controller is only ever given the kind of page for which it was made.
    @SuppressWarnings("unchecked")
    private static <P extends Page> void show(PageController<P> controller, Page page) {
        controller.show((P) page);
    }
}
