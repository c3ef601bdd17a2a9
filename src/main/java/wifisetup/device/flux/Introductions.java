package wifisetup.device.flux;

import java.time.Instant;
import java.util.LinkedHashMap;
import wifisetup.device.Activity;
import wifisetup.device.DeviceIdentity;
import wifisetup.flux.Frame;
import wifisetup.flux.FrameWriter;
import wifisetup.flux.Metadata;
import wifisetup.flux.ProtocolVersion;
import wifisetup.flux.Signatures;

/// What the device says of itself in datagrams. Immutable; a device that changes says something else by
/// another one.
final class Introductions {
    private final DeviceIdentity identity;
    private final long session;
    private final byte[] introduction;

    private Introductions(DeviceIdentity identity, long session, byte[] introduction) {
        this.identity = identity;
        this.session = session;
        this.introduction = introduction;
    }

    /// What a device says that has that key and name.
    ///
    /// @param software the version of the product
    /// @param session another one for each change of what the device says
    static Introductions of(DeviceIdentity identity, DeviceKey key, String software, Said said, long session) {
        var values = new LinkedHashMap<String, String>();
        values.put(Metadata.SERIAL, identity.serial());
        values.put(Metadata.VERSION, ProtocolVersion.OURS.toString());
        values.put(Metadata.MODEL, identity.model());
        values.put(Metadata.NAME, said.name());
        values.put(Metadata.PASSWORD, said.password() ? "T" : "F");
        values.put(Metadata.SOFTWARE, software);
        var metadata = new Metadata(values).write();
        var signed = Frame.Introduction.signedMetadata(identity.uuid(), metadata);
        var frame = new Frame.Introduction(
                identity.uuid(),
                key.encoded(),
                key.identity(),
                metadata,
                Signatures.RSA_SHA256.sign(key.pair().getPrivate(), signed));
        return new Introductions(identity, session, FrameWriter.write(frame));
    }

    /// What of a device's memory it tells everybody.
    ///
    /// @param password whether it has one
    record Said(String name, boolean password) {}

    /// The datagram that announces the device.
    byte[] heartbeat(Activity activity, Instant since) {
        return FrameWriter.write(new Frame.Heartbeat(identity.uuid(), session, Statuses.of(activity, since)));
    }

    /// The datagram that introduces it.
    byte[] introduction() {
        return introduction.clone();
    }
}
