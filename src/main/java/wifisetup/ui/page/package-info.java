/// The pages as they are drawn: for each [wifisetup.ui.view.Page] an FXML file and its controller, which binds and
/// submits to [wifisetup.ui.page.Actions], and never navigates.
///
/// The window takes them from [wifisetup.ui.page.Pages]. This package uses JavaFX, `wifisetup.ui.control`,
/// `wifisetup.ui.form`, `wifisetup.words` and the domain; JavaFX application thread only.
@NullMarked
package wifisetup.ui.page;

import org.jspecify.annotations.NullMarked;
