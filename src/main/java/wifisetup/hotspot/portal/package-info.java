/// The appliance's own hotspot: an access point, and on it a page by which a phone brings the device online.
///
/// `PortalMachine` decides the course of a session; `OwnPortal` runs it on an access point, the radio and the page.
/// The page's server (`PortalServer`) takes whatever comes over the air: it trusts nothing. It uses virtual threads;
/// the machine has a thread of its own.
///
/// A request goes from `PortalServer` to `Portal`, which finds out what is wanted and whether it is allowed; `Pages`
/// knows what is shown, `Submissions` what a form leads to. The HTML stands beside these classes as templates
/// (`*.html`), the script in `portal.js`, the style in `css/portal.css`. This package uses the JDK's HTTP server and
/// Mustache beside the hotspot, the network, what people type (`join`) and the catalogue of texts.
@NullMarked
package wifisetup.hotspot.portal;

import org.jspecify.annotations.NullMarked;
