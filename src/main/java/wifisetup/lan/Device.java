package wifisetup.lan;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A device, as discovery last heard of it. All texts are the device's own words: clean them before showing
/// them. Those of a reference device of discovery's version 2 anybody on the network can forge, because it does
/// not sign them; its UUID, serial number and key are signed by its vendor.
///
/// @param uuid the device
/// @param name what people call it, `NONAME` where it has no name
/// @param serial its serial number
/// @param modelId its model, `UNKNOWN` where it does not say
/// @param version the level of the protocol that it speaks
/// @param endpoint the address and port that it answered from
/// @param passwordSet whether a password is set; without one nobody is let in by password
/// @param keys the public keys that are its own, the lasting one first; its TLS certificate has one of them
/// @param metadata all it said about itself, by the keys of the wire (`ver`, `model`, `name`, `sw` ...)
/// @param status what it does, once it has said so
public record Device(
        UUID uuid,
        String name,
        String serial,
        String modelId,
        String version,
        InetSocketAddress endpoint,
        boolean passwordSet,
        List<RSAPublicKey> keys,
        Map<String, String> metadata,
        Optional<DeviceStatus> status) {
    /// Keeps its own copies of the keys and the metadata.
    public Device {
        keys = List.copyOf(keys);
        metadata = Map.copyOf(metadata);
    }

    /// `ipaddr`: the address that it answered from.
    public InetAddress address() {
        return endpoint.getAddress();
    }

    /// Whether `other` is this very device: the UUID alone may be held by two.
    public boolean isSame(Device other) {
        return uuid.equals(other.uuid) && keys.getFirst().equals(other.keys.getFirst());
    }
}
