package wifisetup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import wifisetup.join.Cause;
import wifisetup.join.Draft;
import wifisetup.join.JoinEvent;
import wifisetup.join.Place;
import wifisetup.network.Adapter;
import wifisetup.network.Block;
import wifisetup.network.Country;
import wifisetup.network.Failure;
import wifisetup.network.IpEntry;
import wifisetup.network.MacAddressPolicy;
import wifisetup.network.Metered;
import wifisetup.network.NetworkSettings;
import wifisetup.network.ProfileId;
import wifisetup.secret.Secret;
import wifisetup.ui.control.FormPane;
import wifisetup.ui.control.Keyboard;
import wifisetup.ui.control.SecretField;
import wifisetup.ui.control.SwitchRow;
import wifisetup.ui.view.Samples;
import wifisetup.ui.view.View;

/// What touches and keys do on the pages with settings and fields, on the panel that has the least room.
class FormsTest {
    private static final ProfileId PROFILE = new ProfileId("a");

    private final FxRobot robot = new FxRobot();
    private final RecordedActions actions = new RecordedActions();
    private Stage stage;
    private KioskWindow window;

    @BeforeAll
    static void startJavaFx() throws Exception {
        Fx.start();
    }

    @BeforeEach
    void open() throws Exception {
        stage = Fx.get(Stage::new);
        window = Fx.get(() ->
                new KioskWindow(stage, Panel.TINY.settings(PanelSettings.Theme.LIGHT), actions, () -> Samples.NOW));
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(window::close);
    }

    static Stream<View> forms() {
        return Stream.of(
                Samples.asking(Samples.WORK, new Cause.Needed()),
                Samples.all().get("account-certificate"),
                Samples.onPanel(Samples.noAddress()),
                Samples.onPanel(new Place.Naming()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFieldIsSeenAboveTheKeyboardWhenItIsTypedInto(View form) throws Exception {
        show(form);
        for (TextField field : fields()) {
            Fx.run(field::requestFocus);
            Fx.settle(stage.getScene());
            Bounds bounds = field.localToScene(field.getLayoutBounds());
            Bounds room = pane().localToScene(pane().getLayoutBounds());
            assertThat(keyboard().isVisible()).isTrue();
            assertThat(bounds.getMinY()).as(field.getAccessibleText()).isGreaterThanOrEqualTo(room.getMinY() - 1);
            assertThat(bounds.getMaxY())
                    .as(field.getAccessibleText())
                    .isLessThanOrEqualTo(keyboard().getLayoutY() + 1);
        }
    }

    @Test
    void anAddressIsJudgedWhileItIsTypedAndUsedWhenItIsOne() throws Exception {
        show(Samples.addressed(
                Samples.noAddress(),
                new IpEntry(IpEntry.Family.IPV4, IpEntry.Mode.MANUAL, "192.168.1.", "24", "192.168.1.1", "")));
        assertThat(subtitle()).isEqualTo("Type the address of this device");
        robot.type(KeyCode.DIGIT1);
        assertThat(subtitle()).isEqualTo("This is the router’s own address");
        robot.type(KeyCode.DIGIT7);
        assertThat(subtitle()).isEqualTo("Ready to use");
        robot.clickOn(text("Connect"));

        assertThat(actions.joins)
                .singleElement()
                .isInstanceOfSatisfying(
                        JoinEvent.OfSaved.AddressTyped.class,
                        typed -> assertThat(typed.addresses().ipv4().address()).isEqualTo("192.168.1.17"));
    }

    @Test
    void theKeyboardBeginsWithDigitsForAnAddressAndWithLettersForAName() throws Exception {
        show(Samples.onPanel(Samples.noAddress()));
        assertThat(keys()).contains("1", ".").doesNotContain("q");
        show(Samples.onPanel(new Place.Naming()));
        assertThat(keys()).contains("q").doesNotContain("1");
    }

    @Test
    void whatTheAddressPageHoldsIsHandedOnHoweverItIsLeft() throws Exception {
        show(Samples.onPanel(Samples.noAddress()));
        robot.type(KeyCode.DIGIT1);
        show(Samples.with(new Adapter.Unavailable("gone")));
        assertThat(actions.joins)
                .singleElement()
                .isInstanceOfSatisfying(
                        JoinEvent.Interrupted.class,
                        left -> assertThat(left.id()).isEqualTo(Samples.CAFE));

        show(Samples.onPanel(Samples.noAddress()));
        robot.type(KeyCode.ESCAPE);
        assertThat(actions.joins)
                .last()
                .isInstanceOfSatisfying(
                        JoinEvent.Back.class, left -> assertThat(left.draft()).isInstanceOf(Draft.Address.class));
    }

    @Test
    void aPasswordThatTheRadioInterruptedIsThereAgain() throws Exception {
        show(Samples.asking(Samples.HOME, new Cause.Needed()));
        robot.type(KeyCode.A, KeyCode.B);
        show(Samples.with(new Adapter.Missing()));
        var typed = new Draft.Password(new Secret("ab"));
        assertThat(actions.joins).containsExactly(new JoinEvent.Interrupted(Samples.HOME, typed));

        show(Samples.drafted(Samples.HOME, new Secret("ab")));
        assertThat(robot.lookup(".secret-field").queryAs(SecretField.class).getText())
                .isEqualTo("ab");
        robot.type(KeyCode.ESCAPE);
        assertThat(actions.joins).last().isEqualTo(new JoinEvent.Back(typed));
    }

    @Test
    void anAccountIsTypedCompletelyBeforeItIsSent() throws Exception {
        show(Samples.asking(Samples.CAMPUS, new Cause.Needed()));
        assertThat(subtitle()).isEqualTo("Type your user name");
        robot.type(KeyCode.A, KeyCode.TAB, KeyCode.P);
        assertThat(subtitle()).isEqualTo("Type the server’s name, or its end");
        robot.type(KeyCode.ENTER);
        assertThat(actions.joins).isEmpty();
        Fx.run(() -> fields().get(2).setText("campus.example"));
        robot.clickOn(text("Connect"));

        assertThat(actions.joins).singleElement().isInstanceOfSatisfying(JoinEvent.AccountTyped.class, typed -> {
            assertThat(typed.account().identity()).isEqualTo("a");
            assertThat(typed.account().password()).isEqualTo(new Secret("p"));
            assertThat(typed.account().domain()).isEqualTo("campus.example");
        });
    }

    @Test
    void aRefusedAccountIsNamedUntilSomethingElseIsTyped() throws Exception {
        show(Samples.asking(Samples.WORK, new Cause.Refused(new Failure.WrongPassword())));
        assertThat(subtitle()).isEqualTo("Wrong name or password");
        assertThat(fields().getFirst().getText()).isEqualTo("alice@northwind.example");
        robot.type(KeyCode.X);
        assertThat(subtitle()).isEqualTo("Ready to connect");
    }

    @Test
    void aSavedSecretThatIsRefusedHasProbablyChanged() throws Exception {
        show(Samples.asking(Samples.HOME, new Cause.Outdated()));
        assertThat(subtitle()).isEqualTo("Its password has probably changed");
        robot.type(KeyCode.X);
        assertThat(subtitle()).isEqualTo("8 characters at least");
    }

    @Test
    void aSavedNetworkLeadsToItsPage() throws Exception {
        show(Samples.onPanel(new Place.Choosing()));
        robot.clickOn(".named");
        show(Samples.onPanel(new Place.Saved()));
        robot.clickOn(text("Home sweet home"));
        assertThat(actions.joins)
                .containsExactly(new JoinEvent.OfSaved.SavedWanted(), new JoinEvent.OfSaved.ProfilePicked(PROFILE));
    }

    @Test
    void eachSwitchAsksForItsChange() throws Exception {
        show(Samples.onPanel(new Place.Profile(PROFILE)));
        Fx.run(() -> robot.lookup(".switch-row").queryAllAs(SwitchRow.class).forEach(FormsTest::fire));
        var settings = NetworkSettings.DEFAULT.withPriority(2);
        assertThat(actions.joins)
                .containsExactly(
                        new JoinEvent.OfSaved.Changed(settings.withAutoconnect(false)),
                        new JoinEvent.OfSaved.Changed(settings.withMetered(Metered.YES)),
                        new JoinEvent.OfSaved.Changed(settings.withMacAddress(MacAddressPolicy.STABLE)));
    }

    @Test
    void aSavedNetworkIsForgottenOnlyAfterAQuestion() throws Exception {
        show(Samples.onPanel(new Place.Profile(PROFILE)));
        Fx.run(() -> text("Forget this network").getParent().requestFocus());
        robot.type(KeyCode.ENTER);
        assertThat(actions.joins).isEmpty();
        Fx.settle(stage.getScene());
        robot.clickOn(".danger.button");
        assertThat(actions.joins).containsExactly(new JoinEvent.Forget(Samples.HOME.ssid()));
    }

    @Test
    void aTappedCountryIsSaidOnce() throws Exception {
        show(Samples.with(new Adapter.Blocked(Block.COUNTRY)));
        robot.clickOn(text(Locale.of("", "AF").getDisplayCountry(Locale.ENGLISH)));
        assertThat(subtitle()).isEqualTo("Turning Wi-Fi on…");
        robot.clickOn(text(Locale.of("", "AF").getDisplayCountry(Locale.ENGLISH)));
        assertThat(actions.joins).containsExactly(new JoinEvent.CountrySaid(new Country("AF")));
    }

    @Test
    void theSignInPageLooksAgainOrIsLeft() throws Exception {
        show(Samples.signingIn(Optional.of("http://portal.example/"), false));
        robot.clickOn(text("Check again"));
        Fx.run(() -> text("Continue anyway").requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(actions.joins).containsExactly(new JoinEvent.OfSignIn.CheckWanted(), new JoinEvent.Dismissed());
    }

    @Test
    void aNetworkWithoutAnAddressOffersOneByHand() throws Exception {
        show(Samples.failed(new Failure.NoAddress()));
        Fx.run(() -> text("Set the address by hand").requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(actions.joins).containsExactly(new JoinEvent.OfSaved.AddressWanted());
    }

    private static void fire(SwitchRow row) {
        row.executeAccessibleAction(javafx.scene.AccessibleAction.FIRE);
    }

    private void show(View view) throws Exception {
        Fx.run(() -> window.show(view));
        Fx.settle(stage.getScene());
    }

    private Node text(String text) {
        return robot.from(stage.getScene().getRoot())
                .lookup((Node node) ->
                        node instanceof Labeled labeled && node.isVisible() && text.equals(labeled.getText()))
                .query();
    }

    private String subtitle() {
        return robot.lookup(".subtitle").queryAs(Labeled.class).getText();
    }

    private List<TextField> fields() {
        return robot.lookup(".text-field").queryAllAs(TextField.class).stream()
                .filter(FormsTest::isShown)
                .toList();
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private FormPane pane() {
        return robot.lookup(".scroll-pane").queryAs(FormPane.class);
    }

    private List<String> keys() {
        return keyboard().getChildrenUnmodifiable().stream()
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList();
    }

    private Keyboard keyboard() {
        return robot.lookup(".keyboard").queryAs(Keyboard.class);
    }
}
