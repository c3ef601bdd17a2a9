/// The window, and the panel it is drawn on.
///
/// [wifisetup.ui.KioskWindow] shows a [wifisetup.ui.view.View]; what taps ask for goes to [wifisetup.ui.page.Actions].
/// This package uses JavaFX and the domain; everything but [wifisetup.ui.FontCheck] and the pure types runs on the
/// JavaFX application thread, to which [wifisetup.ui.FxExecutor] leads.
@NullMarked
package wifisetup.ui;

import org.jspecify.annotations.NullMarked;
