/// The platform connector over MQTT 5: for fleets that meet at a broker. Public only as the service
/// `transport = mqtt`; adapts [wifisetup.platform].
///
/// Below `wifi-setup/<gid>/<device>/` the connector publishes `state` (retained: what the device is, and whether it is
/// connected), `event` and `response`, and hears `command`. Everything is of quality of service 1: the broker's PUBACK
/// is
/// the confirmation. The broker keeps our session for a week, with the commands that came meanwhile, and publishes our
/// last will when we vanish.
///
/// Uses HiveMQ's client. All clients of a process share its one event loop thread, on which everything here runs that
/// does not say otherwise, so nothing here waits.
@NullMarked
package wifisetup.platform.mqtt;

import org.jspecify.annotations.NullMarked;
