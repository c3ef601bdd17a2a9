/// Text that must not be seen: passwords, keys, passphrases. This package uses the JDK alone.
@NullMarked
package wifisetup.secret;

import org.jspecify.annotations.NullMarked;
