package wifisetup.lan;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import wifisetup.device.DeviceEffect;
import wifisetup.device.DeviceEffects;
import wifisetup.device.DeviceEvent;
import wifisetup.device.DeviceMachine;
import wifisetup.device.DeviceMemory;
import wifisetup.device.DeviceRules;
import wifisetup.device.DeviceState;
import wifisetup.device.FrontDesk;
import wifisetup.device.LanStanding;
import wifisetup.device.PlainPasswords;
import wifisetup.device.Samples;
import wifisetup.device.TrialRun;
import wifisetup.device.flux.DeviceKey;
import wifisetup.device.flux.DeviceLan;
import wifisetup.flux.Identity;
import wifisetup.flux.KeyEncoding;
import wifisetup.loop.Loop;
import wifisetup.loop.SystemTimer;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;
import wifisetup.secret.Secret;

/// The appliance's own server on the loopback, with a simulated radio and a vendor that vouches for it.
final class Appliance implements AutoCloseable {
    static final String PASSWORD = "correct horse";
    static final KeyPair VENDOR = vendor();

    private static final KeyPair KEY = Samples.rsa();

    final int port;
    final Loop<DeviceState, DeviceEvent, DeviceEffect> loop;
    private final SystemTimer timer = new SystemTimer();
    private final SimulatedWifi wifi;
    private final DeviceLan lan;

    Appliance() throws IOException {
        this(Optional.of(PASSWORD));
    }

    Appliance(Optional<String> password) throws IOException {
        port = freePort();
        wifi = new SimulatedWifi(new Radio(Air.demo(), timer, Pace.all(Duration.ofMillis(1))));
        var events = new CompletableFuture<Loop<DeviceState, DeviceEvent, DeviceEffect>>();
        var desk = new FrontDesk(event -> events.join().submit(event));
        var memory = new DeviceMemory(
                Samples.fresh().name(), password.map(text -> new PlainPasswords().hash(new Secret(text))), List.of());
        loop = new Loop<>(
                "device",
                new DeviceMachine(DeviceRules.with(false)),
                DeviceState.initial(Samples.KITCHEN, memory),
                new DeviceEffects(
                        desk,
                        _ -> {},
                        new PlainPasswords(),
                        wifi,
                        new TrialRun(wifi, wifi, timer),
                        timer,
                        InstantSource.system()),
                DeviceEffects::failed);
        events.complete(loop);
        var identity = new Identity(
                Samples.KITCHEN.serial(),
                Samples.KITCHEN.uuid(),
                KeyEncoding.der((java.security.interfaces.RSAPublicKey) KEY.getPublic()));
        lan = new DeviceLan(
                new DeviceKey(KEY, identity.sign((ECPrivateKey) VENDOR.getPrivate())),
                port,
                "1.0",
                desk,
                loop::state,
                timer,
                InstantSource.system(),
                new SecureRandom());
        loop.observe(Runnable::run, lan::show);
        lan.network(true);
        await(state -> state.lan() instanceof LanStanding.Open);
    }

    static ECPublicKey vendorKey() {
        return (ECPublicKey) VENDOR.getPublic();
    }

    DeviceState await(Predicate<DeviceState> wanted) {
        var there = new CompletableFuture<DeviceState>();
        loop.observe(Runnable::run, state -> {
            if (wanted.test(state)) {
                there.complete(state);
            }
        });
        return there.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        lan.close();
        loop.close();
        wifi.close();
        timer.close();
    }

    private static KeyPair vendor() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static int freePort() throws IOException {
        for (int i = 0; i < 100; i++) {
            try (var tcp = new ServerSocket(0);
                    var udp = new DatagramSocket(tcp.getLocalPort())) {
                return udp.getLocalPort();
            } catch (BindException taken) {
                // Another one, then.
            }
        }
        throw new IOException("no port is free");
    }
}
