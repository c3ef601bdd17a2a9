/// What a device keeps of itself and of its managers, in files below the state directory: `device/`.
///
/// Everything here is readable by the program's own user alone. A file is replaced as a whole, so a power cut
/// leaves the old one or the new one; one that cannot be read is put aside and never stops the device: it
/// starts then as one that nobody may manage. Adapts `wifisetup.device`; runs on virtual threads that may
/// block.
@NullMarked
package wifisetup.device.file;

import org.jspecify.annotations.NullMarked;
