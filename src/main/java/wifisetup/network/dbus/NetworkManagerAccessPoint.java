package wifisetup.network.dbus;

import java.util.OptionalLong;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.utils.AddressBuilder;
import wifisetup.dbus.BusException;
import wifisetup.loop.Timer;
import wifisetup.network.Failure;
import wifisetup.network.RadioRules;
import wifisetup.network.Ssid;
import wifisetup.network.WifiException;
import wifisetup.network.dbus.api.NetworkManagerApi;
import wifisetup.network.hosted.AccessPoint;
import wifisetup.network.hosted.AccessPointNews;
import wifisetup.network.hosted.AccessPointOffer;

/// NetworkManager's access point (mode `ap`, IPv4 `shared`), by its D-Bus interface, version 1.16 and newer.
///
/// Each one that is open has a connection to the bus of its own, to which NetworkManager binds it: when this program
/// ends in whatever way, the access point ends with its connection.
public final class NetworkManagerAccessPoint implements AccessPoint {
    private final BusAddress address;
    private final OptionalLong user;
    private final RadioRules rules;
    private final Timer timer;

    /// The NetworkManager of the bus at `address`.
    ///
    /// @param address as the D-Bus specification has it, for example `unix:path=/run/dbus/system_bus_socket`
    public NetworkManagerAccessPoint(String address, RadioRules rules, Timer timer) {
        this(BusAddress.of(address), OptionalLong.empty(), rules, timer);
    }

    NetworkManagerAccessPoint(BusAddress address, OptionalLong user, RadioRules rules, Timer timer) {
        this.address = address;
        this.user = user;
        this.rules = rules;
        this.timer = timer;
    }

    /// The NetworkManager of this machine, on the system bus.
    public static NetworkManagerAccessPoint ofSystemBus(RadioRules rules, Timer timer) {
        return new NetworkManagerAccessPoint(AddressBuilder.getSystemConnection(), OptionalLong.empty(), rules, timer);
    }

    @Override
    public Opened open(AccessPointOffer offer, Consumer<? super AccessPointNews> news)
            throws WifiException, InterruptedException {
        var service = new OwnedConnection(address, user, timer);
        try {
            return OpenAccessPoint.open(service, rules, offer, news, timer);
        } catch (BusException refused) {
            service.close();
            throw new WifiException(
                    Failures.of(
                            refused,
                            offer.passphrase().isEmpty()
                                    ? NetworkManagerApi.MAY_SHARE_OPEN
                                    : NetworkManagerApi.MAY_SHARE_PROTECTED),
                    refused);
        } catch (WifiException | InterruptedException | RuntimeException failed) {
            service.close();
            throw failed;
        }
    }

    @Override
    public void deleteLeftovers(Ssid ssid) throws WifiException {
        try (var connection = new OwnedConnection(address, user, timer)) {
            var service = connection.service();
            new Leftovers(service, new Profiles(service)).delete(ssid);
        } catch (BusException refused) {
            throw new WifiException(Failures.of(refused, NetworkManagerApi.MAY_MODIFY), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WifiException(new Failure.Cancelled(), interrupted);
        }
    }
}
