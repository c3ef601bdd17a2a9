/// What a person sees and touches: one window whose page is a pure function of the states ([wifisetup.ui.Page#of]).
///
/// [wifisetup.ui.KioskWindow] shows a [wifisetup.ui.View]; what taps ask for goes to [wifisetup.ui.Actions]. A page is
/// an FXML file and its controller, which binds and submits and never navigates. This package uses JavaFX and the
/// domain; everything but [wifisetup.ui.FontCheck] and the pure types runs on the JavaFX application thread, to which
/// [wifisetup.ui.FxExecutor] leads.
@NullMarked
package wifisetup.ui;

import org.jspecify.annotations.NullMarked;
