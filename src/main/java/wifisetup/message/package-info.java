/// What travels on the message bus: the envelope ([wifisetup.message.Message]), its text
/// ([wifisetup.message.MessageCodec]) and its optional encryption ([wifisetup.message.FrameCipher]).
///
/// This package uses the JDK, Jackson and secrets; it opens no socket. Everything here is immutable or without state
/// and may be used by any thread.
@NullMarked
package wifisetup.message;

import org.jspecify.annotations.NullMarked;
