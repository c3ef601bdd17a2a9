/// Remembers a set-up in a file. Adapts `wifisetup.setup`; runs on the set-up loop's ordered effect thread.
@NullMarked
package wifisetup.setup.file;

import org.jspecify.annotations.NullMarked;
