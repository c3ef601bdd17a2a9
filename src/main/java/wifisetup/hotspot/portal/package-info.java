/// The appliance's own hotspot: an access point, and on it a page by which a phone brings the device online.
///
/// `PortalMachine` decides the course of a session; `OwnPortal` runs it on an access point, the radio and the
/// page, which is served by [wifisetup.hotspot.portal.web]. The machine has a thread of its own; what needs the
/// radio runs on virtual threads, one after the other.
@NullMarked
package wifisetup.hotspot.portal;

import org.jspecify.annotations.NullMarked;
