package wifisetup;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceListener;
import wifisetup.flux.Frame;
import wifisetup.flux.FrameWriter;
import wifisetup.lan.ClientKey;
import wifisetup.lan.DeviceSession;
import wifisetup.lan.DiscoverySettings;
import wifisetup.lan.Password;
import wifisetup.lan.SessionOptions;
import wifisetup.lan.Target;

/// A technician who knows nothing but a device's number and password: finds it, comes in, renames it, comes
/// in again. The program of a process in a network namespace of its own.
final class TechnicianProcess {
    private TechnicianProcess() {}

    /// Does it all once.
    ///
    /// @param args the device's number, the maker's public key, a directory for the technician's own, this
    ///     side's address, and the device's address of the link alone
    public static void main(String[] args) throws Exception {
        var uuid = UUID.fromString(args[0]);
        byte[] encoded = Base64.getDecoder().decode(args[1]);
        var vendor = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
        var own = Path.of(args[2]);
        Files.createDirectories(own);
        var key = ClientKey.loadOrCreate(own.resolve("key.pem"));
        var options = SessionOptions.of(key, List.of(vendor))
                .withDiscovery(DiscoverySettings.of(List.of(vendor)).withUuid(uuid))
                .withPassword(Password.of("correct horse".toCharArray()))
                .withLookup(Duration.ofSeconds(30), () -> {})
                .withTimeout(Duration.ofSeconds(20));

        try (var session = DeviceSession.open(new Target.ByUuid(uuid), options)) {
            System.out.println("found " + session.device().name() + " at "
                    + session.device().address().getHostAddress() + " strong=" + session.strong());
            session.rename("Pantry");
            System.out.println("trusts " + session.listTrust().size());
        }
        var keyAlone = SessionOptions.of(key, List.of(vendor))
                .withDiscovery(DiscoverySettings.of(List.of(vendor)).withUuid(uuid))
                .withLookup(Duration.ofSeconds(30), () -> {})
                .withTimeout(Duration.ofSeconds(20));
        try (var session = DeviceSession.open(new Target.ByUuid(uuid), keyAlone)) {
            System.out.println("found " + session.device().name());
            System.out.println("hears " + session.wifiList().size());
        }
        var byLink = SessionOptions.of(key, List.of(vendor))
                .withLookup(Duration.ofSeconds(30), () -> {})
                .withTimeout(Duration.ofSeconds(20));
        try (var session = DeviceSession.open(Target.of(InetAddress.getByName(args[4])), byLink)) {
            System.out.println("managed by the link's address, in=" + session.authorized());
        }
        try (var linkLocal = new Socket(InetAddress.getByName(args[4]), 1901)) {
            System.out.println("greeted by the link's address with "
                    + new String(linkLocal.getInputStream().readNBytes(8), StandardCharsets.US_ASCII));
        }
        System.out.println("heard over the link's address from port " + poked(InetAddress.getByName(args[4])));
        try (var names = JmDNS.create(InetAddress.getByName(args[3]))) {
            System.out.println(
                    "named " + resolved(names).orTimeout(30, TimeUnit.SECONDS).join());
        }
        System.exit(0);
    }

    /// The port that a poke of that address is answered from.
    private static int poked(InetAddress address) throws IOException {
        try (var socket = new DatagramSocket()) {
            socket.setSoTimeout(10_000);
            byte[] poke = FrameWriter.write(new Frame.Poke());
            socket.send(new DatagramPacket(poke, poke.length, address, Frame.PORT));
            var answer = new DatagramPacket(new byte[Frame.MAXIMUM_BYTES], Frame.MAXIMUM_BYTES);
            socket.receive(answer);
            return answer.getPort();
        }
    }

    /// The first whole answer: JmDNS shows a device that it has heard half of, too.
    private static CompletableFuture<String> resolved(JmDNS names) {
        var whole = new CompletableFuture<String>();
        names.addServiceListener("_wifi-setup._tcp.local.", new ServiceListener() {
            @Override
            public void serviceAdded(ServiceEvent event) {
                names.requestServiceInfo(event.getType(), event.getName());
            }

            @Override
            public void serviceRemoved(ServiceEvent event) {}

            @Override
            public void serviceResolved(ServiceEvent event) {
                String uuid = event.getInfo().getPropertyString("uuid");
                if (uuid != null) {
                    whole.complete(event.getInfo().getServer() + " " + uuid);
                }
            }
        });
        return whole;
    }
}
