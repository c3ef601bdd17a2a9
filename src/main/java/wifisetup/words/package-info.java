/// The catalogue of texts for people, on the screen, on the page of a phone and by voice, and what is said in
/// them of the domain's values. Pure; any thread.
@NullMarked
package wifisetup.words;

import org.jspecify.annotations.NullMarked;
