/// The course of a join by NetworkManager, as a pure machine: [wifisetup.network.dbus.course.Sign] goes in, what is to
/// be done as [wifisetup.network.dbus.course.Act] comes out.
///
/// This package uses the domain, the kernel and the services' names and numbers; it has no thread of its own.
@NullMarked
package wifisetup.network.dbus.course;

import org.jspecify.annotations.NullMarked;
