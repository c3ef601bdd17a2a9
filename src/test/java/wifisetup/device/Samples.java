package wifisetup.device;

import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.UUID;

/// Devices and people that tests speak of.
public final class Samples {
    /// When tests happen.
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    /// The device.
    public static final DeviceIdentity KITCHEN =
            new DeviceIdentity(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "K1TCHEN001", "Kitchen Panel");

    /// A manager's key.
    public static final KeyPair ALICE = rsa();

    /// Another one's.
    public static final KeyPair BOB = rsa();

    /// Where they are.
    public static final InetAddress LAPTOP = InetAddress.ofLiteral("192.0.2.7");

    private Samples() {}

    /// A key pair of 2048 bits, which is made in a moment.
    public static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// One of many keys, which nobody can use: there was no time to look for primes.
    public static PublicKey numbered(int number) {
        try {
            var modulus = BigInteger.ONE.shiftLeft(2047).add(BigInteger.valueOf(2L * number + 1));
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, RSAKeyGenParameterSpec.F4));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The kitchen's memory, without a password or a key.
    public static DeviceMemory fresh() {
        return DeviceMemory.named(new DeviceName("Kitchen"));
    }

    /// That key, trusted.
    public static TrustedKey trusted(KeyPair keys, String label) {
        return new TrustedKey(keys.getPublic(), label, NOW);
    }
}
