package wifisetup.device.mdns;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;

/// Makes the device known by DNS-SD: `_wifi-setup._tcp`, and `<name>.local`.
///
/// Where another device has the name already JmDNS takes the next one, as RFC 6762, 9 asks: `kiosk (2)`,
/// `kiosk-2.local`.
/// Any thread; nothing blocks but [#close], for a second and a half at most.
public final class MulticastDns implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MulticastDns.class.getName());
    private static final String TYPE = "_wifi-setup._tcp.local.";
    private static final Duration FAREWELL = Duration.ofMillis(1500);

    private final ExecutorService work =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("mdns").factory());
    private final AtomicReference<Optional<Advert>> wanted = new AtomicReference<>(Optional.empty());

    // These belong to the thread of the work.
    private Optional<Advert> shown = Optional.empty();
    private final List<Responder> responders = new ArrayList<>();

    /// JmDNS on one network.
    private record Responder(JmDNS names, ServiceInfo service) {}

    /// Shows that from now on; nothing where the device is on no network.
    public void show(Optional<Advert> advert) {
        // Of several that come while one is at work only the last counts.
        if (!wanted.getAndSet(advert).equals(advert)) {
            try {
                work.execute(this::update);
            } catch (RejectedExecutionException closed) {
                LOG.log(Level.TRACE, "the names are withdrawn");
            }
        }
    }

    /// Says goodbye, so that nobody shows the device any more.
    @Override
    public void close() {
        show(Optional.empty());
        work.shutdown();
        try {
            if (!work.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.DEBUG, "others may show the device until its records are old");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void update() {
        var next = wanted.get();
        if (next.equals(shown)) {
            return;
        }
        var before = shown;
        shown = next;
        if (next.isPresent() && before.filter(next.get()::hasPlaceOf).isPresent()) {
            responders.forEach(
                    responder -> responder.service().setText(next.get().text()));
            return;
        }
        withdraw();
        next.ifPresent(advert -> advert.addresses().forEach(address -> advertise(advert, address)));
    }

    private void advertise(Advert advert, InetAddress address) {
        try {
            var names = JmDNS.create(address, advert.name().hostLabel());
            var service = ServiceInfo.create(TYPE, advert.instance(), advert.port(), 0, 0, advert.text());
            responders.add(new Responder(names, service));
            names.registerService(service);
        } catch (IOException refused) {
            LOG.log(
                    Level.WARNING,
                    "the device cannot be found by its name at {0}: {1}",
                    address.getHostAddress(),
                    refused.getMessage());
        }
    }

    private void withdraw() {
        for (var responder : responders) {
            try {
                responder.names().close();
            } catch (IOException stuck) {
                LOG.log(Level.DEBUG, "a name was not withdrawn well", stuck);
            }
        }
        responders.clear();
    }
}
