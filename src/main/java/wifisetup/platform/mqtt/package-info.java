/// The platform connector over MQTT 5: for fleets that meet at a broker. Public only as the service
/// `transport = mqtt`; adapts [wifisetup.platform].
///
/// Below `wifi-setup/<gid>/<device>/` the connector publishes `state` (retained: what the device is, and
/// whether it is connected), `event` and `response`, and hears `command`; `wifi-setup/<gid>/state` says whether
/// the gateway is there. Everything is of quality of service 1: the broker's PUBACK is the confirmation. The
/// broker keeps our session for a quarter of an hour, with the commands that came meanwhile, and publishes our
/// last will when we vanish.
///
/// Uses HiveMQ's client. Each transport has one event loop thread, which ends with it and on which everything
/// here runs that does not say otherwise, so nothing here waits. (RxJava, which that client uses, keeps two idle
/// daemon threads for the life of the process.)
@NullMarked
package wifisetup.platform.mqtt;

import org.jspecify.annotations.NullMarked;
