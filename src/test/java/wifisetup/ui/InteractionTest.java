package wifisetup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import wifisetup.join.Cause;
import wifisetup.join.Draft;
import wifisetup.join.JoinEvent;
import wifisetup.join.Listing;
import wifisetup.join.Place;
import wifisetup.network.Block;
import wifisetup.network.Connectivity;
import wifisetup.network.Failure;
import wifisetup.network.Obstacle;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;
import wifisetup.setup.Consent;
import wifisetup.setup.Phase;
import wifisetup.ui.control.Keyboard;
import wifisetup.ui.control.SecretField;
import wifisetup.ui.view.Samples;
import wifisetup.ui.view.View;
import wifisetup.words.Language;

/// What touches and keys do, on the panel that is used most.
class InteractionTest {
    @TempDir
    Path pictures;

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
        var settings = Panel.USUAL.settings(PanelSettings.Theme.LIGHT);
        stage = Fx.get(Stage::new);
        window = Fx.get(() -> new KioskWindow(
                stage,
                new PanelSettings(
                        settings.theme(),
                        settings.size(),
                        settings.density(),
                        settings.locale(),
                        Optional.of(pictures),
                        true),
                actions,
                () -> now));
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(window::close);
    }

    @Test
    void aTappedNetworkIsThePickedOne() throws Exception {
        show(Samples.onPanel(new Place.Choosing()));
        robot.clickOn(text("Home sweet home"));
        assertThat(actions.joins).containsExactly(new JoinEvent.Picked(Samples.HOME));
    }

    @Test
    void aLanguageIsChosenByItsOwnName() throws Exception {
        show(Samples.selecting());
        robot.clickOn(text("English"));
        Fx.settle(stage.getScene());
        robot.clickOn(text("Dansk"));
        assertThat(actions.languages).containsExactly(Language.DANISH);
        assertThat(robot.lookup(".language").queryAll()).isEmpty();
    }

    @Test
    void theScreenTurnsToALanguageAtOnce() throws Exception {
        show(Samples.selecting());
        Fx.run(() -> window.speak(Language.HEBREW));
        Fx.settle(stage.getScene());
        assertThat(stage.getScene().getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
        assertThat(text("הגדרת הרשת").isVisible()).isTrue();

        Fx.run(() -> window.speak(Language.GERMAN));
        Fx.settle(stage.getScene());
        assertThat(stage.getScene().getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
        assertThat(text("Deutsch").isVisible()).isTrue();
    }

    @Test
    void aNetworkThatCannotBeJoinedIsNotPicked() throws Exception {
        show(Samples.listed(Samples.networks().subList(4, 5), new Listing.Scanning()));
        robot.clickOn(text("University"));
        assertThat(actions.joins).isEmpty();
    }

    @Test
    void fiftyNetworksScrollUnderTheFingerWithoutBeingPicked() throws Exception {
        show(Samples.listed(Samples.many(50), new Listing.Complete(now)));
        var scroll = robot.lookup(".scroll-pane").queryAs(ScrollPane.class);
        assertThat(scroll.getVvalue()).isZero();
        robot.moveTo(text("Network 4"))
                .press(MouseButton.PRIMARY)
                .moveBy(0, -100)
                .release(MouseButton.PRIMARY);
        Fx.settle(stage.getScene());
        assertThat(scroll.getVvalue()).isPositive();
        assertThat(actions.joins).isEmpty();
    }

    @Test
    void rowsStayWhileTheFingerIsDownAndMoveWhenTheRestIsOver() throws Exception {
        var networks = Samples.many(3);
        show(Samples.listed(networks, new Listing.Complete(now)));
        robot.moveTo(text("Network 2")).press(MouseButton.PRIMARY);
        show(Samples.listed(networks.reversed(), new Listing.Complete(now)));
        robot.release(MouseButton.PRIMARY);
        assertThat(actions.joins)
                .containsExactly(new JoinEvent.Picked(networks.get(1).id()));
    }

    @Test
    void theKeyboardOpensWithTheFieldAndTypesIntoIt() throws Exception {
        show(Samples.asking(Samples.HOME, new Cause.Needed()));
        assertThat(keyboard().isVisible()).isTrue();
        for (String key : List.of("p", "a", "s", "s", "w", "o", "r", "d")) {
            tapKey(key);
        }
        tapKey("Delete");
        assertThat(field().getText()).isEqualTo("passwor");
        tapKey("Shift");
        tapKey("D");
        tapKey("e");
        tapKey("Digits and symbols");
        tapKey("1");
        tapKey("Enter");
        assertThat(actions.joins).containsExactly(new JoinEvent.Typed(new Secret("passworDe1")));
    }

    @Test
    void theKeyboardNeverCoversTheField() throws Exception {
        show(Samples.onPanel(new Place.Naming()));
        assertThat(keyboard().isVisible()).isTrue();
        var name = robot.lookup(".text-field").queryAs(TextField.class);
        double bottom = name.localToScene(name.getLayoutBounds()).getMaxY();
        assertThat(bottom).isLessThanOrEqualTo(keyboard().getLayoutY());
    }

    @Test
    void aRealKeyboardPutsTheOneOnTheScreenAway() throws Exception {
        show(Samples.asking(Samples.HOME, new Cause.Needed()));
        robot.type(KeyCode.A, KeyCode.B, KeyCode.C);
        Fx.settle(stage.getScene());
        assertThat(keyboard().isVisible()).isFalse();
        assertThat(field().getText()).isEqualTo("abc");
        robot.clickOn(field());
        assertThat(keyboard().isVisible()).isTrue();
    }

    @Test
    void enterConnectsAndEscapeLeavesWithTheText() throws Exception {
        show(Samples.asking(Samples.CAFE, new Cause.Needed()));
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.ESCAPE);
        assertThat(actions.joins)
                .containsExactly(
                        new JoinEvent.Typed(new Secret("correct horse")),
                        new JoinEvent.Back(new Draft.Password(new Secret("correct horse"))));
    }

    @Test
    void aRefusedPasswordIsNamedAndKept() throws Exception {
        show(Samples.asking(Samples.CAFE, new Cause.Refused(new Failure.WrongPassword())));
        assertThat(text("The password is wrong").isVisible()).isTrue();
        assertThat(field().getText()).isEqualTo("correct horse");
    }

    @Test
    void aPasswordThatCannotBeRightIsNotSent() throws Exception {
        show(Samples.asking(Samples.HOME, new Cause.Needed()));
        robot.type(KeyCode.A, KeyCode.ENTER);
        assertThat(actions.joins).isEmpty();
        assertThat(text("8 characters at least").isVisible()).isTrue();
    }

    @Test
    void whatIsTypedSurvivesNewsOfTheSamePage() throws Exception {
        show(Samples.asking(Samples.HOME, new Cause.Needed()));
        robot.type(KeyCode.A, KeyCode.B);
        show(Samples.view(
                Samples.working(Samples.PANEL, Samples.READY),
                Samples.join(new Place.Asking(Samples.HOME, true, new Cause.Needed()))));
        assertThat(field().getText()).isEqualTo("ab");
    }

    @Test
    void onlyTheLastCharacterTypedCanBeRead() throws Exception {
        show(Samples.asking(Samples.HOME, new Cause.Needed()));
        tapKey("x");
        tapKey("y");
        assertThat(drawn()).isEqualTo("\u2022y");
        robot.clickOn(".reveal");
        assertThat(drawn()).isEqualTo("xy");
    }

    @Test
    void aPictureHidesThePasswordEvenWhenItIsShown() throws Exception {
        show(Samples.asking(Samples.CAFE, new Cause.Needed()));
        robot.clickOn(".reveal");
        assertThat(drawn()).isEqualTo("correct horse");
        Fx.run(window::takePicture);
        Fx.run(() -> field().fill("another secret that is longer"));
        Fx.settle(stage.getScene());
        Fx.run(window::takePicture);
        assertThat(drawn()).isEqualTo("another secret that is longer");
        Fx.run(window::close);
        assertThat(pictures.resolve("03-password.png")).hasSameBinaryContentAs(pictures.resolve("02-password.png"));
    }

    @Test
    void eachPageThatComesUpHasItsPicture() throws Exception {
        show(Samples.onPanel(new Place.Choosing()));
        show(Samples.asking(Samples.CAFE, new Cause.Needed()));
        Fx.run(window::close);
        assertThat(pictures).isDirectoryContaining("glob:**/01-networks.png");
        assertThat(pictures).isDirectoryContaining("glob:**/02-password.png");
    }

    @Test
    void theNameOfAHiddenNetworkIsSubmittedWithItsSecurity() throws Exception {
        show(Samples.onPanel(new Place.Naming()));
        robot.type(KeyCode.H, KeyCode.I);
        robot.clickOn(text("No password"));
        robot.clickOn(text("Next"));
        assertThat(actions.joins).containsExactly(new JoinEvent.Named(Ssid.of("hi"), Security.OPEN));
    }

    @Test
    void neverIsAskedTwice() throws Exception {
        show(Samples.beside(new Phase.Selecting(Optional.empty()), Samples.online(), new Consent.Wanted()));
        robot.clickOn(text("Never connect"));
        assertThat(actions.others).isEmpty();
        robot.clickOn(text("Go back"));
        robot.clickOn(text("Connect later"));
        robot.clickOn(text("Never connect"));
        robot.clickOn(".danger");
        assertThat(actions.others).containsExactly("skip", "never");
    }

    @Test
    void escapeTakesAQuestionAwayAndTheNextPageIsWhole() throws Exception {
        show(Samples.joined(Connectivity.FULL));
        robot.clickOn(text("Forget this network"));
        robot.type(KeyCode.ESCAPE);
        assertThat(actions.joins).isEmpty();
        robot.clickOn(text("Forget this network"));
        show(Samples.onPanel(new Place.Choosing()));
        show(Samples.joined(Connectivity.FULL));
        robot.clickOn(text("Forget this network"));
        robot.clickOn(text("Forget"));
        robot.clickOn(text("Done"));
        assertThat(actions.joins).containsExactly(new JoinEvent.Forget(Samples.CAFE.ssid()), new JoinEvent.Dismissed());
    }

    @Test
    void eachFailureOffersWhatMostLikelyHelps() throws Exception {
        show(Samples.failed(new Failure.WrongPassword()));
        robot.clickOn(text("Enter password"));
        show(Samples.failed(new Failure.OutOfRange()));
        robot.clickOn(text("Try again"));
        show(Samples.failed(new Failure.RfKill(Block.SOFTWARE)));
        robot.clickOn(text("Turn Wi-Fi on"));
        show(Samples.failed(new Failure.Unsupported(Obstacle.WEP)));
        robot.clickOn(text("Choose another"));
        assertThat(actions.joins)
                .containsExactly(
                        new JoinEvent.Reenter(),
                        new JoinEvent.Retry(),
                        new JoinEvent.TurnOn(),
                        new JoinEvent.Back(Draft.NONE));
    }

    @Test
    void aTappedTileSelectsItsClient() throws Exception {
        show(Samples.beside(new Phase.Selecting(Optional.empty()), Samples.online(), new Consent.Wanted()));
        robot.clickOn(text("Choose a Wi-Fi network"));
        robot.clickOn(text("Use my phone"));
        assertThat(actions.selected).containsExactly(Samples.PANEL, Samples.HOTSPOT);
    }

    @Test
    void anOwnClientThatGaveUpIsNamedAsItsTileIs() throws Exception {
        var trouble = new Phase.Trouble(Samples.HOTSPOT.displayText(), "timed out");
        show(Samples.beside(new Phase.Selecting(Optional.of(trouble)), Samples.online(), new Consent.Wanted()));
        assertThat(text("“Use my phone” did not finish: timed out").isVisible()).isTrue();
    }

    @Test
    void theHandleOfTheQuietPageLeadsToASetUp() throws Exception {
        show(Samples.beside(new Phase.Idle(), Samples.online(), new Consent.Wanted()));
        robot.clickOn(".pull");
        Fx.settle(stage.getScene());
        robot.clickOn(text("Wi-Fi setup"));
        assertThat(actions.others).containsExactly("startSetup");
    }

    @Test
    void theAgeOfTheListGrows() throws Exception {
        show(Samples.listed(Samples.networks(), new Listing.Complete(now)));
        var age = (Labeled) text("Updated 0 s ago");
        var older = new CompletableFuture<String>();
        Fx.run(() -> age.textProperty().addListener((_, _, text) -> older.complete(text)));
        now = now.plusSeconds(75);
        assertThat(older.get(30, TimeUnit.SECONDS)).isEqualTo("Updated 1 min ago");
    }

    private void show(View view) throws Exception {
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

    private void tapKey(String name) {
        robot.clickOn(robot.from(keyboard())
                .lookup((Node node) -> name.equals(node.getAccessibleText()))
                .<Node>query());
    }

    private Keyboard keyboard() {
        return robot.lookup(".keyboard").queryAs(Keyboard.class);
    }

    private SecretField field() {
        return robot.lookup(".secret-field").queryAs(SecretField.class);
    }

    private String drawn() {
        return field().lookupAll(".text").stream()
                .map(Text.class::cast)
                .filter(text -> text.selectionFillProperty().isBound())
                .findFirst()
                .orElseThrow()
                .getText();
    }
}
