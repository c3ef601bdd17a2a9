/// The catalogue of texts, and what is said in them of the domain's values. Pure; any thread.
@NullMarked
package wifisetup.ui.words;

import org.jspecify.annotations.NullMarked;
