package wifisetup;

import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import wifisetup.ui.Display;
import wifisetup.ui.DisplayMode;
import wifisetup.ui.FontCheck;
import wifisetup.ui.PanelSettings;
import wifisetup.words.Language;
import wifisetup.words.Languages;

/// What the kiosk is drawn on, if there is anything, and what the machine needs for that.
///
/// @param display the kind that was found
/// @param wanted the kind that the settings ask for
/// @param panel how it looks
record Screen(Display display, DisplayMode wanted, PanelSettings panel) {
    private static final System.Logger LOG = System.getLogger(Screen.class.getName());

    /// The screen that these settings come to on this machine, in that language.
    static Screen of(Settings settings, Language language) {
        return new Screen(
                Display.of(settings.display(), System.getenv()),
                settings.display(),
                settings.panel().in(language));
    }

    /// Whether anything is drawn at all.
    boolean isThere() {
        return display != Display.NONE;
    }

    /// What it is called in the log.
    String name() {
        return display.name().toLowerCase(Locale.ROOT);
    }

    /// Starts JavaFX, if anything is to be drawn; whatever else starts can do so meanwhile.
    ///
    /// @return completes when JavaFX runs
    /// @throws StartException if the machine lacks what JavaFX needs
    CompletableFuture<Void> start() throws StartException {
        if (!isThere()) {
            return CompletableFuture.completedFuture(null);
        }
        var lack = FontCheck.ofThisMachine().missing();
        if (lack.isPresent()) {
            throw new StartException(ExitCode.MACHINE_LACKS, lack.get(), null);
        }
        sayWhichFontIsMissing(Languages.of(panel.locale()));
        sayWhereItIs();
        display.prepare(panel.size());
        return CompletableFuture.runAsync(() -> Panel.startJavaFx().join());
    }

    /// Runs what draws for the first time.
    ///
    /// @throws StartException if that fails
    void draw(Runnable drawing) throws StartException {
        try {
            drawing.run();
        } catch (RuntimeException | LinkageError broken) {
            // JavaFX wraps what it lacks (a display, a native library) in exceptions of many kinds.
            LOG.log(Level.DEBUG, "JavaFX did not start", broken);
            throw new StartException(
                    ExitCode.MACHINE_LACKS, "the screen cannot be opened: " + broken.getMessage(), broken);
        }
    }

    /// Says it if that language cannot be read on this machine's screen. Reads fonts: not on JavaFX's thread.
    void sayWhichFontIsMissing(Language language) {
        FontCheck.ofThisMachine().missing(language).ifPresent(lack -> LOG.log(Level.WARNING, lack));
    }

    private void sayWhereItIs() {
        if (display == Display.HEADLESS && wanted == DisplayMode.AUTO) {
            LOG.log(
                    Level.INFO,
                    "no display: the screen is drawn in memory alone; --display vnc serves it on the network");
        }
        if (display == Display.VNC) {
            LOG.log(
                    Level.WARNING,
                    "the screen is served to VNC viewers on port " + Display.VNC_PORT
                            + " of every network address, without a password");
        }
    }
}
