/// Finds and manages devices of the FLUX protocol on the local network: this product's appliances and the
/// reference devices.
///
/// [wifisetup.lan.DeviceDiscovery] hears devices announce themselves and asks them who they are;
/// [wifisetup.lan.DeviceSession] manages one of them. Both block their caller, and both can be used without
/// blocking.
///
/// ```java
/// var key = ClientKey.loadOrCreate(Path.of("client-key.pem"));
/// var options = SessionOptions.of(key).withPassword(Password.asked(System.console()::readPassword));
/// try (var session = DeviceSession.open(Target.of(uuid), options)) {
///     session.rename("Kitchen");
/// }
/// ```
///
/// This package uses the JDK, secrets and [wifisetup.flux]. It logs nothing and keeps no state beside its
/// objects.
@NullMarked
package wifisetup.lan;

import org.jspecify.annotations.NullMarked;
