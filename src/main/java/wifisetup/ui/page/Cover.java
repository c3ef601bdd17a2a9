package wifisetup.ui.page;

import javafx.scene.Parent;

/// What lies over a page until the person has answered it. JavaFX application thread only.
///
/// @param root its nodes
/// @param up to be run once it is up: it takes the focus
public record Cover(Parent root, Runnable up) {}
