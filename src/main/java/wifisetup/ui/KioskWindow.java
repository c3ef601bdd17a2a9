package wifisetup.ui;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import wifisetup.ui.control.Keyboard;
import wifisetup.ui.control.PageFrame;
import wifisetup.ui.page.Actions;
import wifisetup.ui.page.Context;
import wifisetup.ui.page.Cover;
import wifisetup.ui.page.LoadedPage;
import wifisetup.ui.page.Pages;
import wifisetup.ui.view.Page;
import wifisetup.ui.view.View;
import wifisetup.words.Language;
import wifisetup.words.Texts;

/// The one window of the kiosk. JavaFX application thread only.
public final class KioskWindow implements AutoCloseable {
    private static final Duration TICK = Duration.seconds(1);

    private final Stage stage;
    private final PanelSettings settings;
    private final Actions actions;
    private final InstantSource time;
    private final Keyboard keyboard;
    private final Shell shell;
    private final Scene scene;
    private final Optional<Pictures> pictures;
    private final CompletableFuture<Void> firstPage = new CompletableFuture<>();
    private final Timeline clock;
    private Texts texts;
    private Pages pages;
    private @Nullable View view;
    private @Nullable LoadedPage shown;
    private @Nullable Page page;
    private String badge = "";

    /// Prepares the window; [#show] brings it up.
    ///
    /// @param actions what taps ask for
    /// @param time what time it is, for ages and elapsed seconds
    public KioskWindow(Stage stage, PanelSettings settings, Actions actions, InstantSource time) {
        this.stage = stage;
        this.settings = settings;
        this.actions = actions;
        this.time = time;
        this.texts = new Texts(settings.locale());
        this.pages = pages(texts);
        this.keyboard = new Keyboard(kind -> texts.get("key." + kind), this::putKeyboardAway);
        this.shell = new Shell(keyboard);
        this.pictures = settings.pictures().map(Pictures::new);
        this.scene = scene();
        this.clock = new Timeline(new KeyFrame(TICK, _ -> tick()));
        this.clock.setCycleCount(Animation.INDEFINITE);
    }

    private Pages pages(Texts texts) {
        return new Pages(new Context(
                texts,
                actions,
                time,
                question -> cover(pages.confirmation(question, shell::uncover)),
                () -> cover(pages.languages(shell::uncover)),
                settings.reducedMotion()));
    }

    /// Says everything in `language` from now on, and turns the screen the way it is read.
    public void speak(Language language) {
        texts = new Texts(language);
        pages = pages(texts);
        scene.setNodeOrientation(orientation(language));
        stage.setTitle(texts.get("title"));
        page = null;
        if (view != null) {
            show(view);
        }
    }

    /// Shows the page of `next`; the first call brings the window up.
    public void show(View next) {
        view = next;
        showPage(Page.of(next));
        badge = next.demo() ? texts.get("demo") : "";
        if (shown != null) {
            mark(shown.root());
        }
        if (!stage.isShowing()) {
            open();
        }
    }

    /// Completes when the first page has been drawn.
    public CompletionStage<Void> firstPage() {
        return firstPage.minimalCompletionStage();
    }

    /// Takes the window away, and waits for pictures that are being written.
    @Override
    public void close() {
        clock.stop();
        stage.close();
        pictures.ifPresent(Pictures::close);
    }

    /// Waits for pictures that are being written, and touches nothing on the screen. Any thread.
    public void flushPictures() {
        pictures.ifPresent(Pictures::close);
    }

    private void showPage(Page next) {
        if (next.equals(page)) {
            return;
        }
        page = next;
        var before = shown;
        var now = pages.show(next);
        if (now.equals(before)) {
            return;
        }
        shown = now;
        shell.typingProperty().set(false);
        if (before != null) {
            before.leave();
        }
        shell.setPage(now.root());
        // A scroll pane takes its content in only now, and only what is in the scene can get the focus.
        now.root().applyCss();
        now.enter();
        pictures.ifPresent(_ -> afterNextPulse(() -> {
            if (now.equals(shown)) {
                takePicture();
            }
        }));
    }

    /// Takes a picture of the page that is up, if pictures are wanted; nothing that is secret is in it.
    void takePicture() {
        if (shown == null || pictures.isEmpty()) {
            return;
        }
        shown.conceal(true);
        keyboard.conceal();
        try {
            pictures.get().take(scene, shown.name());
        } finally {
            shown.conceal(false);
        }
    }

    private void mark(Parent root) {
        if (root instanceof PageFrame frame) {
            frame.setBadge(badge);
        }
    }

    private void tick() {
        if (shown != null) {
            shown.tick(time.instant());
        }
    }

    private void cover(Cover cover) {
        mark(cover.root());
        shell.cover(cover.root());
        cover.up().run();
    }

    private Scene scene() {
        Rectangle2D screen = Screen.getPrimary().getBounds();
        double width = settings.size().map(size -> (double) size.width()).orElse(screen.getWidth());
        double height = settings.size().map(size -> (double) size.height()).orElse(screen.getHeight());
        var made = new Scene(shell, width, height, Color.BLACK);
        made.getStylesheets().add(resource("/css/theme.css"));
        if (settings.theme() == PanelSettings.Theme.DARK) {
            made.getStylesheets().add(resource("/css/theme-dark.css"));
        }
        made.getStylesheets()
                .add(TypeScale.of(width, height, settings.density()).stylesheet());
        made.setNodeOrientation(orientation(texts.language()));
        made.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        Typing.in(made, shell, keyboard);
        Pointer.of(made);
        return made;
    }

    private static NodeOrientation orientation(Language language) {
        return language.isRightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT;
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            back();
        }
    }

    private void back() {
        if (shell.isCovered()) {
            shell.uncover();
        } else if (shown != null
                && shown.root() instanceof PageFrame frame
                && frame.getBack() instanceof Button button) {
            button.fire();
        }
    }

    private void putKeyboardAway() {
        shell.typingProperty().set(false);
    }

    private void open() {
        stage.initStyle(StageStyle.UNDECORATED);
        stage.setTitle(texts.get("title"));
        stage.setScene(scene);
        // The person at the panel must not fall out of the kiosk.
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        stage.setOnShown(_ -> afterNextPulse(() -> firstPage.complete(null)));
        stage.show();
        stage.setFullScreen(settings.size().isEmpty());
        clock.play();
    }

    /// Runs `action` once the scene has been laid out and drawn as it is now.
    private void afterNextPulse(Runnable action) {
        var listener = new Runnable() {
            private int pulses;

            @Override
            public void run() {
                // The first pulse lays out and hands over for drawing; at the second that is done.
                if (++pulses < 2) {
                    Platform.requestNextPulse();
                } else {
                    scene.removePostLayoutPulseListener(this);
                    action.run();
                }
            }
        };
        scene.addPostLayoutPulseListener(listener);
        Platform.requestNextPulse();
    }

    private static String resource(String name) {
        return Objects.requireNonNull(KioskWindow.class.getResource(name), name).toExternalForm();
    }
}
