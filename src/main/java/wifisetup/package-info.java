@NullMarked
package wifisetup;

import org.jspecify.annotations.NullMarked;
