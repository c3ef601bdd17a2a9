package wifisetup.lan;

import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import java.util.UUID;
import wifisetup.flux.Frame;
import wifisetup.flux.Identity;
import wifisetup.flux.KeyEncoding;
import wifisetup.flux.Octets;
import wifisetup.flux.Signatures;
import wifisetup.flux.Status;

/// What a device with that key says, signed as it should be.
record SignedFrames(UUID uuid, String serial, KeyPair keys) {
    static final Status IDLE = new Status(1_700_000_000, 0, 0, "", "");

    Octets key() {
        return KeyEncoding.der((RSAPublicKey) keys.getPublic());
    }

    private Octets identity() {
        return new Identity(serial, uuid, key()).sign((ECPrivateKey) Appliance.VENDOR.getPrivate());
    }

    Frame.Heartbeat heartbeat(long session, Status status) {
        return new Frame.Heartbeat(uuid, session, status);
    }

    Frame.Introduction introduction(String name) {
        var metadata = Octets.ofText("serial=" + serial + "\0ver=1.5.0\0model=M\0name=" + name + "\0pwd=T");
        return new Frame.Introduction(
                uuid,
                key(),
                identity(),
                metadata,
                Signatures.RSA_SHA256.sign(keys.getPrivate(), Frame.Introduction.signedMetadata(uuid, metadata)));
    }

    Frame.MasterKey masterKey(float time) {
        return new Frame.MasterKey(uuid, serial, time, key(), identity(), Optional.of(IDLE));
    }

    Frame.SlaveKey slaveKey(float time, KeyPair slave, String name) {
        return slaveKey(time, slave, name, "0.14a2");
    }

    Frame.SlaveKey slaveKey(float time, KeyPair slave, String name, String version) {
        var slaveKey = KeyEncoding.der((RSAPublicKey) slave.getPublic());
        var metadata = Octets.ofText("ver=" + version + "\0model=M\0name=" + name + "\0time=1\0pwd=F");
        return new Frame.SlaveKey(
                uuid,
                time,
                slaveKey,
                Signatures.RSA_SHA1.sign(keys.getPrivate(), Frame.SlaveKey.signedKey(time, slaveKey)),
                metadata,
                Signatures.RSA_SHA1.sign(slave.getPrivate(), metadata));
    }
}
