package wifisetup.device.flux;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The networks that the machine is on.
public final class Interfaces {
    private Interfaces() {}

    /// The interfaces that are up, have an IPv4 address and take multicast: the loopback alone counts where
    /// there is nothing else.
    ///
    /// @throws SocketException if that cannot be told
    static List<NetworkInterface> present() throws SocketException {
        var all = up().stream().filter(Interfaces::takesMulticast).toList();
        var others = all.stream().filter(network -> !isLoopback(network)).toList();
        return others.isEmpty() ? all : others;
    }

    /// The device's own addresses on the networks that it is on, IPv4 first, those of a link alone last. The
    /// bridges of containers and virtual machines are networks inside the machine, and count where there is
    /// nothing else.
    ///
    /// @throws SocketException if that cannot be told
    public static List<InetAddress> addresses() throws SocketException {
        var all = up().stream().filter(network -> !isLoopback(network)).toList();
        var others = all.stream().filter(network -> !isBridge(network)).toList();
        return (others.isEmpty() ? all : others)
                .stream()
                        .flatMap(NetworkInterface::inetAddresses)
                        .sorted(Comparator.<InetAddress, Boolean>comparing(
                                        address -> !(address instanceof Inet4Address))
                                .thenComparing(InetAddress::isLinkLocalAddress))
                        .toList();
    }

    /// Where everybody on that network is reached at once.
    static List<InetAddress> broadcasts(NetworkInterface network) {
        return network.getInterfaceAddresses().stream()
                .map(InterfaceAddress::getBroadcast)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<NetworkInterface> up() throws SocketException {
        return NetworkInterface.networkInterfaces().filter(Interfaces::isUp).toList();
    }

    private static boolean takesMulticast(NetworkInterface network) {
        Stream<InetAddress> addresses = network.inetAddresses();
        try {
            return addresses.anyMatch(Inet4Address.class::isInstance) && network.supportsMulticast();
        } catch (SocketException gone) {
            return false;
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException gone) {
            return false;
        }
    }

    private static boolean isBridge(NetworkInterface network) {
        return Files.isDirectory(Path.of("/sys/class/net", network.getName(), "bridge"));
    }

    private static boolean isLoopback(NetworkInterface network) {
        try {
            return network.isLoopback();
        } catch (SocketException gone) {
            return false;
        }
    }
}
