/// The FLUX protocol as it travels, for both sides: the frames of discovery ([wifisetup.flux.Frame],
/// [wifisetup.flux.FrameReader], [wifisetup.flux.FrameWriter]), the signatures that make a device known
/// ([wifisetup.flux.Identity], [wifisetup.flux.AcceptedVendors]), and the words of a management session
/// ([wifisetup.flux.Command], [wifisetup.flux.Answer], [wifisetup.flux.Proof]).
///
/// What arrives malformed is a value, never an exception. This package uses the JDK, Jackson and secrets; it
/// opens no socket. Nearly everything here is immutable or without state and may be used by any thread; a
/// reader or writer of a stream belongs to one thread.
@NullMarked
package wifisetup.flux;

import org.jspecify.annotations.NullMarked;
