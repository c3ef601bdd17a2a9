/// The nodes that pages are made of, and that JavaFX does not have: the frame of a page, rows to tap, remarks, signal
/// bars, the on-screen keyboard, a field for passwords. They know no network and no state; JavaFX application thread
/// only.
@NullMarked
package wifisetup.ui.control;

import org.jspecify.annotations.NullMarked;
