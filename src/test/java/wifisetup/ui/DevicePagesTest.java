package wifisetup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import wifisetup.device.DeviceEvent;
import wifisetup.ui.view.Samples;

/// What touches and time do on the pages about the device itself.
class DevicePagesTest {
    private final FxRobot robot = new FxRobot();
    private final RecordedActions actions = new RecordedActions();
    private volatile Instant now = Samples.NOW;
    private Stage stage;
    private KioskWindow window;

    @BeforeAll
    static void startJavaFx() throws Exception {
        Fx.start();
    }

    @BeforeEach
    void open() throws Exception {
        stage = Fx.get(Stage::new);
        window = Fx.get(
                () -> new KioskWindow(stage, Panel.USUAL.settings(PanelSettings.Theme.LIGHT), actions, () -> now));
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(window::close);
    }

    @Test
    void aTapThatWasMeantForThePageBeforeTrustsNobody() throws Exception {
        show("device-consent");
        var trust = (Button) text("Trust");

        robot.clickOn(trust);
        assertThat(actions.devices).isEmpty();

        now = now.plusSeconds(2);
        await(trust.disabledProperty(), false);
        robot.clickOn(trust);
        assertThat(actions.devices).containsExactly(new DeviceEvent.AnswerConsent(1, true));
    }

    @Test
    void aQuestionIsRefusedAtOnce() throws Exception {
        show("device-consent");

        robot.clickOn(text("Refuse\u00a0(43)"));

        assertThat(actions.devices).containsExactly(new DeviceEvent.AnswerConsent(1, false));
    }

    @Test
    void theTimeThatIsLeftToAnswerGrowsShorter() throws Exception {
        show("device-consent");
        var refuse = (Labeled) text("Refuse\u00a0(43)");

        now = now.plusSeconds(3);

        await(refuse.textProperty(), "Refuse\u00a0(40)");
    }

    @Test
    void aTwinThatWasSeenIsTakenAway() throws Exception {
        show("device");

        robot.clickOn(".dismiss");

        assertThat(actions.devices).containsExactly(new DeviceEvent.DismissTwin());
    }

    @Test
    void theLatestAttemptsAreNamedWithTheirWaitAndTheRestCounted() throws Exception {
        show("device");
        var attempts = (Labeled) text("""
                5 wrong attempts from 192.0.2.104. Wait: 21 s
                4 wrong attempts from 192.0.2.103
                3 wrong attempts from 192.0.2.102
                Other addresses with wrong attempts: 2""");

        now = now.plusSeconds(21);

        await(attempts.textProperty(), """
                5 wrong attempts from 192.0.2.104
                4 wrong attempts from 192.0.2.103
                3 wrong attempts from 192.0.2.102
                Other addresses with wrong attempts: 2""");
    }

    private void show(String sample) throws Exception {
        var view = Objects.requireNonNull(Samples.all().get(sample), sample);
        Fx.run(() -> window.show(view));
        Fx.settle(stage.getScene());
        window.firstPage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private Node text(String text) {
        return robot.from(stage.getScene().getRoot())
                .lookup((Node node) ->
                        node instanceof Labeled labeled && node.isVisible() && text.equals(labeled.getText()))
                .query();
    }

    private static <T> void await(ObservableValue<? extends T> property, T value) throws Exception {
        var reached = new CompletableFuture<T>();
        Fx.run(() -> property.subscribe(next -> {
            if (value.equals(next)) {
                reached.complete(next);
            }
        }));
        reached.get(30, TimeUnit.SECONDS);
    }
}
