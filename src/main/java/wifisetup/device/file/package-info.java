/// What a device keeps of itself and of its managers, in files below the state directory: `device/`.
///
/// Everything here is readable by the program's own user alone. A file is replaced as a whole, so a power cut
/// leaves the old one or the new one; one that holds something else is put aside, and the device starts as
/// one that nobody may manage; one that cannot be read at the moment stays where it is. Adapts
/// `wifisetup.device`; runs on virtual threads that may block.
@NullMarked
package wifisetup.device.file;

import org.jspecify.annotations.NullMarked;
