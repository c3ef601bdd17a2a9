package wifisetup.ui;

/// Where the screen is drawn, as a maker says it.
public enum DisplayMode {
    /// On the display when there is one, else in memory.
    AUTO,
    /// On the X display that `DISPLAY` names.
    DESKTOP,
    /// On the framebuffer, without a display server.
    MONOCLE,
    /// In memory, and served to VNC viewers.
    VNC,
    /// In memory.
    HEADLESS,
    /// Nowhere: services alone.
    NONE
}
