/// Groups of fields that stand for one value of the domain: an account, an address. A page puts the value in and takes
/// it out; what does not count at the moment is away.
///
/// This package uses JavaFX, `wifisetup.ui.control`, `wifisetup.words` and the domain; JavaFX application thread only.
@NullMarked
package wifisetup.ui.form;

import org.jspecify.annotations.NullMarked;
