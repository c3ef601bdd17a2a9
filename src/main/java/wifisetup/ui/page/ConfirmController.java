package wifisetup.ui.page;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import wifisetup.ui.control.PageFrame;

/// Asks before something is done.
final class ConfirmController {
    private final Question question;
    private final Runnable close;

    @FXML
    private PageFrame frame;

    @FXML
    private Label text;

    @FXML
    private Button no;

    @FXML
    private Button yes;

    ConfirmController(Question question, Runnable close) {
        this.question = question;
        this.close = close;
    }

    @FXML
    void initialize() {
        frame.setTitle(question.title());
        text.setText(question.text());
        yes.setText(question.yes());
    }

    /// The question is up: the answer that changes nothing is the one that Enter gives.
    void ready() {
        no.requestFocus();
    }

    @FXML
    void yes() {
        close.run();
        question.action().run();
    }

    @FXML
    void no() {
        close.run();
    }
}
