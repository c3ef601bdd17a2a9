package wifisetup.ui;

import java.util.Map;
import java.util.Optional;

/// Where the screen is really drawn. JavaFX is told by system properties before it starts.
public enum Display {
    /// A window on the X display, by GTK.
    DESKTOP,
    /// The framebuffer, by Monocle.
    MONOCLE,
    /// Memory, served to VNC viewers by Monocle.
    VNC,
    /// Memory, by Monocle.
    HEADLESS,
    /// Nowhere.
    NONE;

    /// The port on which Monocle serves VNC viewers.
    public static final int VNC_PORT = 5901;

    private static final PanelSettings.Size PANEL_IN_MEMORY = new PanelSettings.Size(800, 480);

    /// What `mode` means on a machine with that environment.
    public static Display of(DisplayMode mode, Map<String, String> environment) {
        return switch (mode) {
            case AUTO -> environment.getOrDefault("DISPLAY", "").isEmpty() ? HEADLESS : DESKTOP;
            case DESKTOP -> DESKTOP;
            case MONOCLE -> MONOCLE;
            case VNC -> VNC;
            case HEADLESS -> HEADLESS;
            case NONE -> NONE;
        };
    }

    /// Tells JavaFX. Call it before JavaFX starts.
    ///
    /// @param size of the panel, where that is ours to decide
    public void prepare(Optional<PanelSettings.Size> size) {
        switch (this) {
            case DESKTOP -> System.setProperty("prism.order", "sw");
            case MONOCLE -> monocle("Linux");
            case VNC -> inMemory("VNC", size);
            case HEADLESS -> inMemory("Headless", size);
            case NONE -> {}
        }
    }

    private static void inMemory(String platform, Optional<PanelSettings.Size> size) {
        var panel = size.orElse(PANEL_IN_MEMORY);
        System.setProperty("headless.geometry", panel.width() + "x" + panel.height());
        System.setProperty("vnc.port", String.valueOf(VNC_PORT));
        monocle(platform);
    }

    private static void monocle(String platform) {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", platform);
        System.setProperty("prism.order", "sw");
        System.setProperty("prism.text", "t2k");
        // Monocle lets AWT be: nothing here needs a second toolkit.
        System.setProperty("java.awt.headless", "true");
    }
}
