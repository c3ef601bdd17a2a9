package wifisetup.ui.page;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import wifisetup.ui.control.PageFrame;

/// Asks before something is done.
final class ConfirmController {
    private final Runnable close;
    private Runnable action = () -> {};

    @FXML
    private PageFrame frame;

    @FXML
    private Label text;

    @FXML
    private Button no;

    @FXML
    private Button yes;

    ConfirmController(Runnable close) {
        this.close = close;
    }

    void ask(Question question) {
        frame.setTitle(question.title());
        text.setText(question.text());
        yes.setText(question.yes());
        action = question.action();
    }

    /// The question is up: the answer that changes nothing is the one that Enter gives.
    void ready() {
        no.requestFocus();
    }

    @FXML
    void yes() {
        close.run();
        action.run();
    }

    @FXML
    void no() {
        close.run();
    }
}
