/// What is on the screen, as a pure function of the states ([wifisetup.ui.view.Page#of]). It uses the domain alone; any
/// thread.
@NullMarked
package wifisetup.ui.view;

import org.jspecify.annotations.NullMarked;
