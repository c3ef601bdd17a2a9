/// The phone's page and its server, which takes whatever comes over the air: it trusts nothing.
///
/// A request goes from `PortalServer` to `Portal`, which finds out what is wanted and whether it is allowed;
/// `Pages` knows what is shown, `Submissions` what a form leads to. What is shown comes from a
/// [wifisetup.hotspot.portal.web.PortalDesk], and what people want goes there. The HTML stands beside these
/// classes as templates (`*.html`), the script in `portal.js`, the style in `css/portal.css`. This package uses
/// the JDK's HTTP server and Mustache beside the hotspot, the network, what people type (`join`) and the
/// catalogue of texts; each request has a virtual thread.
@NullMarked
package wifisetup.hotspot.portal.web;

import org.jspecify.annotations.NullMarked;
