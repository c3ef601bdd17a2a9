package wifisetup.bus;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import wifisetup.message.FrameCipher;
import wifisetup.message.MessageCodec;
import wifisetup.secret.Secret;

/// How to reach the bus, or be one.
///
/// @param uri where it is: `ws://host:port/route`; port 0 gives an embedded bus any free port
/// @param mode whether to be it or to join it
/// @param maximumFrameBytes of one frame in UTF-8
/// @param maximumQueuedFrames that wait for one slow reader before it is dropped
/// @param maximumQueuedBytes that wait for one slow reader before it is dropped; one more frame may stand on top
/// @param maximumClients of an embedded bus
/// @param allowedOrigins values of the `Origin` header that may join an embedded bus. Programs send none and always
///     may; a browser always sends one, so by default no web page may
/// @param key encrypts each frame, if present
public record BusSettings(
        URI uri,
        Mode mode,
        int maximumFrameBytes,
        int maximumQueuedFrames,
        long maximumQueuedBytes,
        int maximumClients,
        Set<String> allowedOrigins,
        Optional<Secret> key) {
    /// The address of the Python bus.
    public static final URI DEFAULT_URI = URI.create("ws://127.0.0.1:8181/core");

    /// What runs without any configuration: 20,000 frames or 16 MiB for a slow reader, 64 clients.
    public static final BusSettings DEFAULT = new BusSettings(
            DEFAULT_URI,
            Mode.AUTO,
            MessageCodec.DEFAULT_MAXIMUM_BYTES,
            20_000,
            16L * 1024 * 1024,
            64,
            Set.of(),
            Optional.empty());

    /// Keeps its own copy of the origins.
    public BusSettings {
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    /// These settings at another address.
    public BusSettings at(URI other) {
        return new BusSettings(
                other,
                mode,
                maximumFrameBytes,
                maximumQueuedFrames,
                maximumQueuedBytes,
                maximumClients,
                allowedOrigins,
                key);
    }

    /// These settings in another mode.
    public BusSettings in(Mode other) {
        return new BusSettings(
                uri,
                other,
                maximumFrameBytes,
                maximumQueuedFrames,
                maximumQueuedBytes,
                maximumClients,
                allowedOrigins,
                key);
    }

    MessageCodec codec() throws BusException {
        try {
            return new MessageCodec(maximumFrameBytes, key.map(FrameCipher::new));
        } catch (IllegalArgumentException unfit) {
            throw new BusException("the bus: expected " + unfit.getMessage(), unfit);
        }
    }

    /// Who serves the bus.
    public enum Mode {
        /// Join a bus that listens already, else be one.
        AUTO,
        /// Be the bus.
        EMBEDDED,
        /// Join the bus of somebody else.
        CONNECT
    }
}
