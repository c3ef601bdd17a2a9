package wifisetup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.client.result.ResultParser;
import com.google.zxing.client.result.WifiParsedResult;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import wifisetup.hotspot.Access;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.hotspot.HotspotState;
import wifisetup.join.Cause;
import wifisetup.join.Draft;
import wifisetup.join.JoinEvent;
import wifisetup.join.Listing;
import wifisetup.join.Place;
import wifisetup.network.Connectivity;
import wifisetup.network.JoinStage;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;
import wifisetup.ui.view.Samples;
import wifisetup.ui.view.View;

/// The way to a phone and back, on the smallest panel.
class HotspotPageTest {
    @TempDir
    Path pictures;

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
        var settings = Panel.TINY.settings(PanelSettings.Theme.DARK);
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
                () -> Samples.NOW));
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(window::close);
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("Kitchen display", "k7mwq9pdx4"),
                Arguments.of("a\\b;c,d:e\"f", "\\;,:\"\"\\;,:"),
                Arguments.of("\"quoted\"", "\"in quotes\""),
                Arguments.of("Café ☕ Grüße 日本", "correct horse"),
                Arguments.of("👩‍🍳 kitchen", "plain-ascii"),
                Arguments.of(";".repeat(32), ":".repeat(63)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aPhoneReadsTheNameAndThePassphraseOffTheSmallestPanel(String name, String passphrase) throws Exception {
        var access = new Access(Ssid.of(name), new Secret(passphrase), Optional.empty());
        show(Samples.handoff(HotspotRequest.of(access), Samples.open(HotspotState.Visit.NONE)));
        var read = read();
        assertThat(read.getText()).isEqualTo(access.joinCode().reveal());
        assertThat(ResultParser.parseResult(read)).isInstanceOfSatisfying(WifiParsedResult.class, wifi -> {
            assertThat(wifi.getSsid()).isEqualTo(name);
            assertThat(wifi.getPassword()).isEqualTo(passphrase);
            assertThat(wifi.getNetworkEncryption()).isEqualTo("WPA");
        });
    }

    @Test
    void aPhoneThatHasJoinedReadsWhereThePageIs() throws Exception {
        show(Samples.handoff(HotspotRequest.of(Samples.ACCESS), Samples.open(HotspotState.Visit.JOINED)));
        assertThat(read().getText()).isEqualTo(Samples.HOTSPOT_PAGE.toString());
        assertThat(robot.lookup("Wi-Fi joined").<Node>tryQuery()).isPresent();
    }

    @Test
    void aPictureHidesThePassphraseTheCodeAndWhatAPhoneWouldRead() throws Exception {
        var other = new Access(
                Samples.ACCESS.ssid(), new Secret("another secret, longer"), Optional.of(new Secret("1735")));
        show(Samples.handoff(HotspotRequest.of(Samples.ACCESS), Samples.open(HotspotState.Visit.NONE)));
        Fx.run(window::takePicture);
        show(Samples.handoff(HotspotRequest.of(other), Samples.open(HotspotState.Visit.NONE)));
        Fx.run(window::takePicture);
        assertThat(read().getText()).isEqualTo(other.joinCode().reveal());
        Fx.run(window::close);
        assertThat(pictures.resolve("03-hotspot.png")).hasSameBinaryContentAs(pictures.resolve("02-hotspot.png"));
    }

    @Test
    void backAndEscapeStopTheHotspot() throws Exception {
        show(Samples.handoff(HotspotRequest.of(Samples.ACCESS), Samples.open(HotspotState.Visit.NONE)));
        robot.clickOn(".back");
        robot.type(KeyCode.ESCAPE);
        show(Samples.handoff(HotspotRequest.of(Samples.ACCESS), new HotspotState.Preparing()));
        robot.clickOn(".back");
        show(Samples.handoff(
                HotspotRequest.of(Samples.ACCESS),
                new HotspotState.Connecting(Samples.HOME.ssid(), JoinStage.AUTHENTICATING)));
        robot.clickOn(text("Cancel"));
        assertThat(actions.others).containsExactly("stopHotspot", "stopHotspot", "stopHotspot", "stopHotspot");
        assertThat(actions.joins).isEmpty();
    }

    @Test
    void theResultOfThePhoneIsDismissedByDoneAndByEscape() throws Exception {
        show(Samples.handoff(Samples.handedOver(Connectivity.FULL)));
        robot.clickOn(text("Done"));
        robot.type(KeyCode.ESCAPE);
        show(Samples.handoff(Samples.handedOver(Connectivity.PORTAL)));
        robot.clickOn(text("Sign in"));
        assertThat(actions.others).containsExactly("dismissHotspot", "dismissHotspot");
        assertThat(actions.joins).containsExactly(new JoinEvent.OfSignIn.SignInWanted());
    }

    @Test
    void thePhoneGoesOnWithWhatWasTypedAndNothingIsLost() throws Exception {
        show(Samples.onPanel(new Place.Asking(Samples.CAFE, true, new Cause.Needed())));
        robot.clickOn(phone());
        var typed = new Draft.Password(new Secret("correct horse"));
        assertThat(actions.targets).containsExactly(Optional.of(new HotspotRequest.Target(Samples.CAFE, true)));
        assertThat(actions.drafts).containsExactly(typed);
        show(Samples.handoff(Samples.forNetwork(Samples.ACCESS, Samples.CAFE), new HotspotState.Preparing()));
        assertThat(actions.joins).containsExactly(new JoinEvent.Interrupted(Samples.CAFE, typed));
    }

    @Test
    void anAccountGoesAlongToThePhone() throws Exception {
        show(Samples.asking(Samples.WORK, new Cause.Needed()));
        robot.clickOn(phone());
        assertThat(actions.targets).containsExactly(Optional.of(new HotspotRequest.Target(Samples.WORK, false)));
        assertThat(actions.drafts).containsExactly(new Draft.Account(Samples.account()));
    }

    @Test
    void thePhoneIsThereForAnyNetworkToo() throws Exception {
        show(Samples.listed(Samples.many(1), new Listing.Complete(Samples.NOW)));
        robot.clickOn(phone());
        assertThat(actions.targets).containsExactly(Optional.empty());
    }

    private void show(View view) throws Exception {
        Fx.run(() -> window.show(view));
        Fx.settle(stage.getScene());
        window.firstPage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    /// What a reader finds on the screen, as it is drawn.
    private Result read() throws Exception {
        var drawn = Fx.get(() -> robot.lookup(".qr-code").query().snapshot(null, null));
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(luminance(drawn))));
    }

    private static RGBLuminanceSource luminance(WritableImage drawn) {
        int width = (int) drawn.getWidth();
        int height = (int) drawn.getHeight();
        var pixels = new int[width * height];
        drawn.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new RGBLuminanceSource(width, height, pixels);
    }

    private Node phone() {
        return robot.from(stage.getScene().getRoot())
                .lookup((Node node) -> node.isVisible()
                        && ("Use my phone".equals(node.getAccessibleText())
                                || "Finish on my phone".equals(node.getAccessibleText())))
                .query();
    }

    private Node text(String text) {
        return robot.from(stage.getScene().getRoot())
                .lookup((Node node) ->
                        node instanceof Labeled labeled && node.isVisible() && text.equals(labeled.getText()))
                .query();
    }
}
