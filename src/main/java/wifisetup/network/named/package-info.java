/// Networks as programs ask for them, by a name that may be an SSID, a shown text or a profile's: which one is meant,
/// and what a join or a change by name says.
///
/// Part of the domain, beside its parent: it uses that and the JDK. What asks the radio blocks.
@NullMarked
package wifisetup.network.named;

import org.jspecify.annotations.NullMarked;
