package wifisetup.ui.page;

import javafx.scene.Parent;

/// The page that asks before something is done. JavaFX application thread only.
public final class Confirmation {
    private final Parent root;
    private final ConfirmController controller;

    Confirmation(Parent root, ConfirmController controller) {
        this.root = root;
        this.controller = controller;
    }

    /// Its nodes.
    public Parent root() {
        return root;
    }

    /// Shows `question`.
    public void ask(Question question) {
        controller.ask(question);
    }

    /// It is up: the answer that changes nothing is the one that Enter gives.
    public void ready() {
        controller.ready();
    }
}
