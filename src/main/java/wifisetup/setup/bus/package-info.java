/// The registry of set-up clients as seen on the message bus: `ovos.phal.wifi.plugin.*` and the events around it.
///
/// Adapts `wifisetup.setup`: messages become events, announcements become messages. It may use `wifisetup.message` and
/// `wifisetup.bus`; it runs on the bus's thread and on the set-up loop's ordered effect thread.
@NullMarked
package wifisetup.setup.bus;

import org.jspecify.annotations.NullMarked;
