package wifisetup.device.flux;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
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
import wifisetup.flux.Octets;
import wifisetup.loop.Loop;
import wifisetup.loop.ManualTimer;
import wifisetup.loop.SystemTimer;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;
import wifisetup.secret.Secret;

/// A device on the loopback, whose time a test moves by hand; its radio is simulated, and has time of its own.
final class LanTrial implements AutoCloseable {
    /// How long to wait for what must happen.
    static final Duration GENEROUS = Duration.ofSeconds(30);

    static final KeyPair DEVICE = Samples.rsa();

    final ManualTimer timer = new ManualTimer();
    final List<DeviceMemory> saved = new CopyOnWriteArrayList<>();
    final int port;
    final Loop<DeviceState, DeviceEvent, DeviceEffect> loop;
    final Radio radio;

    private final SystemTimer radioTime = new SystemTimer();
    private final SimulatedWifi wifi;
    private final DeviceLan lan;

    /// A device that remembers that.
    LanTrial(DeviceMemory memory, boolean consent) throws IOException {
        this(memory, consent, List.of());
    }

    /// A device that trusts that key, and whose disk is full.
    static LanTrial failingToSave(KeyPair key) throws IOException {
        return new LanTrial(remembering(key), false, List.of(new IOException("no space left")));
    }

    private LanTrial(DeviceMemory memory, boolean consent, List<IOException> failures) throws IOException {
        port = freePort();
        radio = new Radio(Air.demo(), radioTime, Pace.all(Duration.ofMillis(1)));
        wifi = new SimulatedWifi(radio);
        var events = new CompletableFuture<Loop<DeviceState, DeviceEvent, DeviceEffect>>();
        var desk = new FrontDesk(event -> events.join().submit(event));
        loop = new Loop<>(
                "device",
                new DeviceMachine(DeviceRules.with(consent)),
                DeviceState.initial(Samples.KITCHEN, memory),
                new DeviceEffects(
                        desk,
                        next -> {
                            for (var failure : failures) {
                                throw failure;
                            }
                            saved.add(next);
                        },
                        new PlainPasswords(),
                        wifi,
                        new TrialRun(wifi, wifi, timer),
                        timer,
                        this::now),
                DeviceEffects::failed);
        events.complete(loop);
        lan = new DeviceLan(
                new DeviceKey(DEVICE, Octets.NONE),
                port,
                "1.0",
                desk,
                loop::state,
                timer,
                this::now,
                new SecureRandom());
        loop.observe(Runnable::run, lan::show);
        lan.network(true);
        await(state -> state.lan() instanceof LanStanding.Open);
    }

    /// A device with the password "correct horse", which asks nobody.
    static LanTrial withPassword() throws IOException {
        return new LanTrial(remembering(), false);
    }

    /// What such a device remembers, with those keys.
    static DeviceMemory remembering(KeyPair... keys) {
        return new DeviceMemory(
                Samples.fresh().name(),
                Optional.of(new PlainPasswords().hash(new Secret("correct horse"))),
                Arrays.stream(keys).map(key -> Samples.trusted(key, "laptop")).toList());
    }

    /// The time by hand, as an instant.
    Instant now() {
        return Samples.NOW.plus(timer.now());
    }

    DeviceLan lan() {
        return lan;
    }

    /// A manager that has come as far as TLS.
    Manager manager(KeyPair keys) throws IOException {
        return new Manager(InetAddress.getLoopbackAddress(), port, keys, true);
    }

    /// A manager of the reference's kind.
    Manager reference(KeyPair keys) throws IOException {
        return new Manager(InetAddress.getLoopbackAddress(), port, keys, false);
    }

    /// Waits for such a state.
    DeviceState await(Predicate<DeviceState> wanted) {
        var there = new CompletableFuture<DeviceState>();
        loop.observe(Runnable::run, state -> {
            if (wanted.test(state)) {
                there.complete(state);
            }
        });
        return there.orTimeout(GENEROUS.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        lan.close();
        loop.close();
        wifi.close();
        radioTime.close();
    }

    /// Free for both kinds of sockets.
    private static int freePort() throws IOException {
        var taken = new ArrayList<BindException>();
        while (taken.size() < 100) {
            try (var tcp = new ServerSocket(0);
                    var udp = new DatagramSocket(tcp.getLocalPort())) {
                return udp.getLocalPort();
            } catch (BindException busy) {
                taken.add(busy);
            }
        }
        throw taken.getLast();
    }
}
