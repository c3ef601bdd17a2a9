/// The rules of the radio by the program `iw`, which speaks with the kernel (nl80211). It may use the words of the
/// network; its calls block.
@NullMarked
package wifisetup.network.iw;

import org.jspecify.annotations.NullMarked;
