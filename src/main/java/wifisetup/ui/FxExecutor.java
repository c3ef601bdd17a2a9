package wifisetup.ui;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Runs tasks on the JavaFX application thread, one after the other.
public final class FxExecutor implements Executor {
    /// Leads to the one JavaFX application thread there is.
    public FxExecutor() {}

    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }
}
