package wifisetup.flux;

import java.util.Optional;
import java.util.UUID;

/// A frame of discovery, as it travels in one datagram. [FrameReader] and [FrameWriter] know its bytes.
///
/// Signatures are not checked here: [Identity] and [Signatures] do.
public sealed interface Frame extends Received {
    /// No datagram of discovery is longer.
    int MAXIMUM_BYTES = 4096;

    /// The registered port of discovery (UDP) and of management (TCP), and the source port of what a device
    /// sends.
    int PORT = 1901;

    /// The group that devices announce themselves to.
    String GROUP = "239.255.255.250";

    /// Names nobody: in a [Hello] it is another client's question, in a [Poke] it is meant for whoever hears it.
    UUID NOBODY = new UUID(0, 0);

    /// Version 0: a device is here, and says no more; or with [#NOBODY] a client asks who is.
    ///
    /// @param uuid the device, or nobody
    /// @param version the version of discovery to poke it with; 0 means the newest
    record Hello(UUID uuid, int version) implements Frame {}

    /// A client asks one address who is there.
    record Poke() implements Frame {}

    /// Version 1: a device names the key of its life.
    ///
    /// @param uuid the device
    /// @param serial at most 10 ASCII characters
    /// @param masterTime when the device changed its key of the day; newer than known means: [Touch] it
    /// @param masterKey the public key of its life, as sent
    /// @param identity the vendor's signature, see [Identity]
    /// @param status what the device does; firmware of old does not say
    record MasterKey(
            UUID uuid, String serial, float masterTime, Octets masterKey, Octets identity, Optional<Status> status)
            implements Frame {}

    /// A client asks a device for its metadata.
    ///
    /// @param version of discovery, 1 or 2
    /// @param uuid the device
    record Touch(int version, UUID uuid) implements Frame {}

    /// Version 1: the device's key of the day, and its metadata.
    ///
    /// @param uuid the device
    /// @param masterTime when this key was made
    /// @param slaveKey the public key of the day, as sent
    /// @param keySignature by the master key, over [#signedKey]
    /// @param metadata as sent; [Metadata#read] reads it
    /// @param metadataSignature by the slave key, over the metadata as sent
    record SlaveKey(
            UUID uuid,
            float masterTime,
            Octets slaveKey,
            Octets keySignature,
            Octets metadata,
            Octets metadataSignature)
            implements Frame {
        /// What the master key signs: the four bytes of the time as sent, and the slave key.
        public Octets signedKey() {
            return signedKey(masterTime, slaveKey);
        }

        /// What the master key signs, for a frame yet to be made.
        public static Octets signedKey(float masterTime, Octets slaveKey) {
            return new ByteSink().f32(masterTime).bytes(slaveKey).toOctets();
        }
    }

    /// Version 2: a device is here, and does this.
    ///
    /// @param uuid the device
    /// @param session changes whenever its metadata does; an unknown one means: [Touch] it
    /// @param status what the device does
    record Heartbeat(UUID uuid, long session, Status status) implements Frame {}

    /// Version 2: the device's key and its metadata.
    ///
    /// @param uuid the device
    /// @param publicKey the device's public key, as sent
    /// @param identity the vendor's signature, see [Identity]
    /// @param metadata as sent; [Metadata#read] reads it
    /// @param metadataSignature by the device's key over [#signedMetadata], SHA-256; empty from reference
    ///     devices, which end with the metadata, and ignored by the reference client
    record Introduction(UUID uuid, Octets publicKey, Octets identity, Octets metadata, Octets metadataSignature)
            implements Frame {
        /// What the device's key signs: the UUID and the metadata as sent.
        public Octets signedMetadata() {
            return signedMetadata(uuid, metadata);
        }

        /// What the device's key signs, for a frame yet to be made.
        public static Octets signedMetadata(UUID uuid, Octets metadata) {
            return new ByteSink().uuid(uuid).bytes(metadata).toOctets();
        }
    }
}
