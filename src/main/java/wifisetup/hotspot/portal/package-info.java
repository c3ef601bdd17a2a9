/// The appliance's own hotspot: an access point, and on it a page by which a phone brings the device online.
///
/// `PortalMachine` decides the course of a session; `OwnPortal` runs it on an access point, the radio and the page.
/// The page's server (`PortalServer`) takes whatever comes over the air: it trusts nothing. It uses virtual threads;
/// the machine has a thread of its own.
@NullMarked
package wifisetup.hotspot.portal;

import org.jspecify.annotations.NullMarked;
