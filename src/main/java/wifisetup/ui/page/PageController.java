package wifisetup.ui.page;

import java.time.Instant;
import wifisetup.ui.view.Page;

/// Fills one kind of page and submits what taps ask for. It never decides which page comes next.
interface PageController<P extends Page> {
    /// Shows the page's newest content. Called when it comes up and whenever its content changes.
    void show(P page);

    /// The page comes up, with content already shown.
    default void enter() {}

    /// Another page takes its place.
    default void leave() {}

    /// Time passes: called about once a second while the page is up.
    default void tick(Instant now) {}

    /// Shows or lifts whatever must not be in a picture.
    default void conceal(boolean concealed) {}
}
