package wifisetup.ui.view;

/// What the person should know beside the course of the set-up.
public enum Notice {
    /// Another registry answers on this bus; this one keeps silent there.
    ANOTHER_REGISTRY,
    /// The bus is gone: set-up clients of other programs cannot be reached for now.
    BUS_LOST
}
