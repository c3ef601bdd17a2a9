/// Who may set up the network, and whether anybody should: the registry of set-up clients and the course of a set-up,
/// as one pure machine ([wifisetup.setup.SetupMachine]).
///
/// This package uses the JDK, the kernel and `wifisetup.network`. How it looks on the message bus is the business of
/// `wifisetup.setup.bus`; where it is remembered, of `wifisetup.setup.file`.
@NullMarked
package wifisetup.setup;

import org.jspecify.annotations.NullMarked;
